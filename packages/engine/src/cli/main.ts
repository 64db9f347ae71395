import { Command } from 'commander';
import { failureText, serveCommand } from './serve-command.js';

const program = new Command('throughline')
  .description('One customer, one line through every channel.')
  .addCommand(serveCommand());

try {
  await program.parseAsync();
} catch (error) {
  console.error(`throughline: ${failureText(error)}`);
  process.exit(1);
}
