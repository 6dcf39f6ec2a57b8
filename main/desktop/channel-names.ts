/** Requests from the page, answered with an envelope. */
export const callChannel = 'sengen:call';

/** A file that was dropped on the page, by its path. */
export const dropChannel = 'sengen:drop';

/** Events to the page. */
export const eventChannel = 'sengen:event';
