import { parentPort, workerData } from 'node:worker_threads';
import { type SampleFilesWanted, writeSampleFiles } from './write-sample-files.js';

/* A thread that writes the files of one sample company: seconds of work. See `write-in-thread.ts`. */

parentPort?.postMessage(writeSampleFiles(workerData as SampleFilesWanted));
