import { word } from '../../words/word.js';
import { ApiProblem } from '../api-problem.js';
import { path } from '../path.js';
import { problemOf } from '../problem-of.js';
import type { StagedFile } from './staged-file.js';

/** Hands a file in as it is. Says how much of it was sent, from 0 to 1. Rejects with `ApiProblem`. */
export function sendFile(workspace: string, file: File, onProgress: (shareOf1: number) => void): Promise<StagedFile> {
  return new Promise((resolve, reject) => {
    // Not `fetch`: it does not tell how much was sent.
    const sending = new XMLHttpRequest();
    sending.open('POST', path(workspace, '/imports/files', [], { name: file.name }));
    sending.setRequestHeader('accept', 'application/json');
    sending.setRequestHeader('content-type', 'application/octet-stream');
    sending.responseType = 'json';
    sending.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total);
    sending.onload = () => {
      if (sending.status === 201) resolve(sending.response as StagedFile);
      else reject(problemOf(sending.status, sending.response));
    };
    sending.onerror = () => reject(new ApiProblem(0, null, word('problem.unreachable')));
    sending.send(file);
  });
}
