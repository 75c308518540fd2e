/**
 * What the mailbox does with the next mails: accept them, accept them but never say so, or say no in one of the
 * ways SES does.
 */
export type Mode =
  | 'accept'
  | 'accept-then-hang'
  | 'accept-then-reset'
  | 'throttle'
  | 'reject'
  | 'paused'
  | 'fail';

export type Behaviour = {
  /** From now on, or for the next `calls` only; then it accepts again. */
  behave(mode: Mode, calls?: number): void;
  modeForThisCall(): Mode;
};

export function createBehaviour(): Behaviour {
  let mode: Mode = 'accept';
  let left = Number.POSITIVE_INFINITY;
  return {
    behave(next, calls = Number.POSITIVE_INFINITY) {
      mode = next;
      left = calls;
    },
    modeForThisCall() {
      if (left === 0) mode = 'accept';
      left -= 1;
      return mode;
    },
  };
}
