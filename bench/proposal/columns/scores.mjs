import { column } from './column.mjs';

/** What was answered in figures. */
export const scoreColumns = {
  responseNumber: column(
    'record-number',
    ['Response ID', 'ResponseId', 'respondent_no', '#'],
    ['Antwort-ID', 'lfdn', 'Teilnehmer', 'Lfd. Nr.'],
    (line) => String(line.file.responseBase + line.row),
  ),
  nps: column(
    'score',
    ['How likely are you to recommend us?', 'NPS', 'recommend', 'Q1'],
    ['Wie wahrscheinlich würden Sie uns weiterempfehlen?', 'NPS', 'Weiterempfehlung', 'F1'],
    (line) => String(line.chance.pick([0, 2, 3, 5, 6, 7, 7, 8, 8, 8, 9, 9, 9, 10, 10])),
    0,
    'score:0:10',
  ),
  rating: column(
    'score',
    ['Rating', 'Satisfaction', 'CSAT', 'Stars', 'Q2'],
    ['Bewertung', 'Zufriedenheit', 'Sterne', 'F2'],
    (line) => String(line.chance.pick([1, 2, 3, 3, 4, 4, 5, 5, 5])),
    0,
    'score:1:5',
  ),
  effort: column(
    'score',
    ['Effort', 'CES', 'How easy was it?', 'Q3'],
    ['Aufwand', 'CES', 'Wie einfach war es?', 'F3'],
    (line) => String(line.chance.pick([1, 2, 3, 4, 5, 5, 6, 6, 7, 7])),
    0,
    'score:1:7',
  ),
};
