/** What an organisation can choose, each with a history of its own: when mails go, what they say, and to whom. */
export const settingNames = ['stages', 'wording', 'sending'] as const;

export type SettingName = (typeof settingNames)[number];
