import { parentPort, workerData } from 'node:worker_threads';
import { examineCopy } from '../data/backup/examine-copy.ts';

/** A thread of its own: reading a copy through takes as long as the copy is large. `workerData`: the copy's path. */
parentPort?.postMessage(examineCopy(workerData as string));
