import { anotherPerson } from './run-sengen.ts';

// Vitest runs this before each file, also where the files of a worker share their modules.
anotherPerson();
