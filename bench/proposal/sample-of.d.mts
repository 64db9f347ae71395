import type { FileSample } from '@throughline/core/collect/proposal/file-sample';
import type { WrittenFile } from './write-file.mjs';

export function sampleOf(file: WrittenFile, most?: number): FileSample;
