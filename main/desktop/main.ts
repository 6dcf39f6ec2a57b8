import { personalFolder, programFiles } from '../files/program-files.ts';
import { startDesktop } from './start-desktop.ts';

startDesktop({
  program: programFiles(),
  personalFolder: personalFolder(),
  arguments: process.argv,
  faults: process,
});
