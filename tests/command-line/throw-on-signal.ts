// Brought into the program by NODE_OPTIONS: an error that nobody catches, whenever the test asks for one.
process.on('SIGUSR2', () => {
  if (process.env['SENGEN_FAULT'] === 'rejection')
    void Promise.reject(new Error('a promise that nobody waits for'));
  else throw new Error('an error that nobody catches');
});
