import { answerQuestions } from '../../../store/answer-questions.js';
import { rewriteSqlite, type SqliteOrder } from './rewrite-sqlite.js';

/* A thread that reads SQLite files, so that no answer waits for it. */
answerQuestions(async (order: SqliteOrder) => rewriteSqlite(order));
