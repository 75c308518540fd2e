import { useContext } from 'hono/jsx';
import { ButtonLink } from '../../components/button-link.tsx';
import { MayFollow } from '../../components/may-follow.tsx';
import type { AsItStands } from './guards.ts';
import { likelyNext, offeredMoves } from './offered.ts';

/** Every move that can be made now by whoever looks, and no other: the likely next one as the button, the rest as links. */
export const WhatYouCanDo = ({ at, ownerless }: { at: AsItStands; ownerless: boolean }) => {
  const mayFollow = useContext(MayFollow);
  const offers = offeredMoves(at).filter(({ href }) => mayFollow(href));
  const next = likelyNext(offers, at, ownerless);
  const others = offers.filter(({ href }) => href !== next?.href.replace(/\?.*$/, ''));
  if (offers.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">What you can do now</h2>
      {next && <ButtonLink href={next.href}>{next.text}</ButtonLink>}
      {others.length > 0 && (
        <ul class="govuk-list tracker-moves">
          {others.map(({ href, text }) => (
            <li>
              <a class="govuk-link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
};
