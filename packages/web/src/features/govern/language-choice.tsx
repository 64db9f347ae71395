import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Language, languages } from '@throughline/core/words/language';
import { changeLanguage } from '../../api/me.js';
import { InlineProblem } from '../../parts/inline-problem.js';
import { speech, useSpeech } from '../../words/speech.js';
import { word } from '../../words/word.js';
import styles from './settings.module.css';

/** The language somebody reads in. It changes at once, here and in what the server says: nothing said before is shown again. */
export function LanguageChoice() {
  const { language } = useSpeech();
  const queryClient = useQueryClient();
  const choose = useMutation({
    scope: { id: 'language' },
    mutationFn: async (next: Language) => {
      await changeLanguage(next);
      await speech.speak(next);
      queryClient.removeQueries({ type: 'inactive' });
      await queryClient.invalidateQueries();
    },
  });
  const chosen = choose.isPending ? choose.variables : language;
  return (
    <>
      <fieldset className={styles.fieldset}>
        <legend>{word('you.language')}</legend>
        {languages.map((option) => (
          <label key={option} className={styles.choice} lang={option}>
            <input
              type="radio"
              name="language"
              value={option}
              checked={chosen === option}
              onChange={() => choose.mutate(option)}
            />
            {word(`language.${option}`)}
          </label>
        ))}
      </fieldset>
      {choose.error === null ? null : <InlineProblem error={choose.error} />}
    </>
  );
}
