import { parentPort, workerData } from 'node:worker_threads';
import { rescueAnswer } from '../../data/salvage/rescue-file.ts';
import type { RescueTask } from '../../data/salvage/rescue-file.ts';

/** A thread of its own: a damaged file may be anybody's. `workerData`: what is to be rescued. */
parentPort?.postMessage(rescueAnswer(workerData as RescueTask));
