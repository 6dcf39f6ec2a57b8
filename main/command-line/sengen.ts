#!/usr/bin/env node
import process from 'node:process';
import { onNewerNode } from './on-newer-node.ts';
import { runCommand } from './run-command.ts';
import { processTerminal } from './terminal.ts';

process.exitCode = (await onNewerNode(processTerminal)) ?? (await runCommand(process.argv.slice(2)));
