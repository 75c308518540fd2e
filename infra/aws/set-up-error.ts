/** Something the person deploying has to give or run first. Its message is all they need to see; any other error is a fault. */
export class SetUpError extends Error {}
