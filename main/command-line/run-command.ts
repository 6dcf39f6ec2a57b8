import { failed, type Result } from '../../shared/result.ts';
import { readArguments, type Arguments } from './arguments.ts';
import type { Command } from './command.ts';
import { backupCommand } from './backup-command.ts';
import { bringBackCommand } from './bring-back-command.ts';
import { checkCommand } from './check-command.ts';
import { beginCommand } from './begin-command.ts';
import { doctorCommand } from './doctor-command.ts';
import { exportCommand } from './export-command.ts';
import { figuresCommand } from './figures-command.ts';
import { giveOutCommand, handInCommand } from './part-commands.ts';
import { importCommand } from './import-command.ts';
import { sayFault } from './faults.ts';
import { boardCommand } from './board-command.ts';
import { inboxCommand } from './inbox-command.ts';
import { receiptCommand } from './receipt-command.ts';
import { listCommand } from './list-command.ts';
import { mergeCommand } from './merge-command.ts';
import { newCommand } from './new-command.ts';
import { restoreCommand } from './restore-command.ts';
import { serveCommand } from './serve-command.ts';
import { verifyCommand } from './verify-command.ts';
import { exitCodes, processTerminal, type Terminal } from './terminal.ts';

const commands: Readonly<Record<string, Command>> = {
  new: newCommand,
  import: importCommand,
  list: listCommand,
  board: boardCommand,
  export: exportCommand,
  verify: verifyCommand,
  'bring-back': bringBackCommand,
  check: checkCommand,
  figures: figuresCommand,
  'give-out': giveOutCommand,
  begin: beginCommand,
  'hand-in': handInCommand,
  inbox: inboxCommand,
  merge: mergeCommand,
  receipt: receiptCommand,
  backup: backupCommand,
  restore: restoreCommand,
  doctor: doctorCommand,
  serve: serveCommand,
};

/** Runs `sengen` with the words after it; answers the exit code. */
export async function runCommand(
  argv: readonly string[],
  terminal: Terminal = processTerminal,
): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    terminal.messages(help());
    return name === undefined ? exitCodes.refused : exitCodes.done;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    terminal.messages(`「${name}」という命令はありません。何も変更していません。\n\n${help()}`);
    return exitCodes.refused;
  }
  const typed: Result<Arguments, string> =
    rest.includes('--help') || rest.includes('-h') ? failed('') : readArguments(rest, command.shape);
  if (!typed.ok) {
    terminal.messages([typed.failure, `使い方: ${command.usage}`].filter((line) => line !== '').join('\n'));
    return typed.failure === '' ? exitCodes.done : exitCodes.refused;
  }
  try {
    return await command.run(typed.value, terminal);
  } catch (error) {
    return sayFault(terminal, { error }, name);
  }
}

function help(): string {
  return [
    'sengen: 部長の目標宣言と達成状況報告を作成します。',
    '',
    ...Object.values(commands).flatMap(({ usage, purpose }) => [`  ${usage}`, `      ${purpose}`]),
  ].join('\n');
}
