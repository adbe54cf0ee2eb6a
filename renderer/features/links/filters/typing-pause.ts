/** A pause in typing this long applies what was typed, in milliseconds. */
export const typingPauseMs = 140;
