import { answerQuestions } from '../../store/answer-questions.js';
import { type Mapped, type MappingWanted, mapDelivery, mappingFault } from './map-delivery.js';

/** `ready` is answered at once, so that the time of what follows is not that of the start. */
export type MappingQuestion =
  | { readonly type: 'ready' }
  | { readonly type: 'check'; readonly mapping: string }
  | { readonly type: 'map'; readonly wanted: MappingWanted };

export type MappingAnswer =
  | { readonly type: 'ready' }
  | { readonly type: 'checked'; readonly fault: string | null }
  | Mapped;

/* The thread in which expressions that people wrote are applied. It knows nothing of the server, and is ended when one does not end. */

answerQuestions<MappingQuestion, MappingAnswer>(async (question) => {
  if (question.type === 'ready') return { type: 'ready' };
  if (question.type === 'map') return mapDelivery(question.wanted);
  return { type: 'checked', fault: mappingFault(question.mapping) ?? null };
});
