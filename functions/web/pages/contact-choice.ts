import type { Contact } from '../../../shared/domain/contact.ts';
import type { SelectItem } from '../components/select.tsx';
import { personInWords } from './names.ts';

/** Contacts to choose from; those who have left can no longer be chosen. `nobody` is what choosing none is called. */
export const contactChoice = (contacts: readonly Contact[], nobody: string): SelectItem[] => [
  { value: '', text: nobody },
  ...contacts
    .filter(({ status }) => status === 'active')
    .map((contact) => ({ value: contact.id, text: personInWords(contact) })),
];
