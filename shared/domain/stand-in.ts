/** The id of the mail that somebody gets in place of another mail's recipient. One stand-in, one id, so that making it twice makes it once. */
export const inPlaceId = (mailId: string, contactId: string): string => `${mailId}-for-${contactId}`;

/** The id of the mail in which some lines of another wait by themselves, where `rest` lines stay in the other. */
export const asideId = (mailId: string, rest: number): string => `${mailId}-aside-${rest}`;

/** Whether a mail was made from another after its run had planned it. A planned mail's own id is random and never looks like this. */
export const isStandIn = (mailId: string): boolean => /-(for|aside)-/.test(mailId);
