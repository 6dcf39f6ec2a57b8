#!/usr/bin/env node
import process from 'node:process';
import { onNewerNode } from './on-newer-node.ts';
import { runCommand } from './run-command.ts';
import { outliveReaders, processTerminal } from './terminal.ts';

outliveReaders(process.stdout, process.stderr);
process.exitCode = (await onNewerNode(processTerminal)) ?? (await runCommand(process.argv.slice(2)));
