/** Why a local tracker cannot start, as a sentence for the person who started it; any other error is a fault and shows its trace. */
export class StartError extends Error {}
