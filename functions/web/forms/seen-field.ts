/** The field of a form that says how long the history was when the form was opened. */
export const seenField = 'seen';
