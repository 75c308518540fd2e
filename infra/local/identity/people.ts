import type { Role } from '../../../shared/domain/staff.ts';

/** Somebody whom the practice provider knows. `sub` is who they are to it; it vouches for the address unless it says otherwise. */
export type PracticePerson = { sub: string; name: string; email: string; emailVerified?: boolean };

/** Somebody made up, with what the tracker lets them do. */
export type SamplePerson = PracticePerson & { role: Role; bodies: string[] };

/** Who can sign in to a local run: one of each role, and one who is limited to one police force. */
export const samplePeople: readonly SamplePerson[] = [
  {
    sub: 'sample-administrator',
    name: 'Sample Administrator',
    email: 'administrator@sample.example',
    role: 'administrator',
    bodies: [],
  },
  {
    sub: 'sample-liaison',
    name: 'Sample Liaison',
    email: 'liaison-officer@sample.example',
    role: 'liaison',
    bodies: [],
  },
  {
    sub: 'sample-viewer',
    name: 'Sample Viewer',
    email: 'viewer@sample.example',
    role: 'viewer',
    bodies: [],
  },
  {
    sub: 'sample-essex-viewer',
    name: 'Sample Essex Viewer',
    email: 'essex-viewer@sample.example',
    role: 'viewer',
    bodies: ['Essex Police'],
  },
];
