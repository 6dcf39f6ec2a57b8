/** Requests from the page, answered with an envelope. */
export const callChannel = 'sengen:call';

/** Events to the page. */
export const eventChannel = 'sengen:event';
