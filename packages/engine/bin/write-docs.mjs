#!/usr/bin/env node
// Writes the pages of docs/ that are made from the code. Needs the build (npm run build:code).
import { writeFile } from 'node:fs/promises';
import { errorPage } from '@throughline/core/errors/error-page';
import { cliPage } from '../dist/cli/cli-page.js';

await writeFile(new URL('../../../docs/errors.md', import.meta.url), errorPage());
await writeFile(new URL('../../../docs/cli.md', import.meta.url), cliPage());
