import type { Contact } from '../../../shared/domain/contact.ts';
import type { SelectItem } from '../components/select.tsx';
import { personInWords } from './names.ts';

/**
 * Contacts to choose from; those who have left can no longer be chosen. `nobody` is what choosing none is called.
 *
 * @param chosen stays in the list though they have left, so that saving a form does not take away what it does not show
 */
export const contactChoice = (
  contacts: readonly Contact[],
  nobody: string,
  chosen?: string | undefined,
): SelectItem[] => {
  const byId = new Map(contacts.map((each) => [each.id, each]));
  return [
    { value: '', text: nobody },
    ...contacts
      .filter(({ status, id }) => status === 'active' || id === chosen)
      .map((contact) => ({ value: contact.id, text: personInWords(contact, byId) })),
  ];
};
