import * as fc from 'fast-check';
import type { Command } from '../command.ts';
import { changeAcceptance } from './change-acceptance.ts';
import { clear } from './clear.ts';
import { close, proposeClosure } from './close.ts';
import { comeBack } from './come-back.ts';
import { damage, mend } from './damage.ts';
import { extend } from './extend.ts';
import { hold, release } from './hold.ts';
import { leave } from './leave.ts';
import { nudge } from './nudge.ts';
import { haveOutage, passDays, passDoubledDay, passTroubledDay } from './pass-days.ts';
import { pause, resume } from './pause.ts';
import { publish } from './publish.ts';
import { rePlan } from './re-plan.ts';
import { giveBack, reassign } from './reassign.ts';
import { reopen } from './reopen.ts';
import { respond } from './respond.ts';
import { update } from './update.ts';
import { withdraw } from './withdraw.ts';

/** Everything that can happen, with how often it does. `mostDays`: how many days pass at once at most. */
export const anyCommand = (mostDays: number): fc.Arbitrary<Command> =>
  fc.oneof(
    { weight: 12, arbitrary: passDays(mostDays) },
    { weight: 1, arbitrary: passDoubledDay },
    { weight: 3, arbitrary: passTroubledDay },
    { weight: 2, arbitrary: haveOutage },
    { weight: 5, arbitrary: respond },
    { weight: 4, arbitrary: update },
    { weight: 3, arbitrary: extend },
    { weight: 2, arbitrary: pause },
    { weight: 1, arbitrary: resume },
    { weight: 3, arbitrary: rePlan },
    { weight: 3, arbitrary: hold },
    { weight: 1, arbitrary: release },
    { weight: 3, arbitrary: nudge },
    { weight: 1, arbitrary: publish },
    { weight: 2, arbitrary: proposeClosure },
    { weight: 2, arbitrary: close },
    { weight: 2, arbitrary: reopen },
    { weight: 1, arbitrary: withdraw },
    { weight: 1, arbitrary: changeAcceptance },
    { weight: 1, arbitrary: leave },
    { weight: 3, arbitrary: reassign },
    { weight: 2, arbitrary: giveBack },
    { weight: 2, arbitrary: comeBack },
    { weight: 2, arbitrary: clear },
    { weight: 1, arbitrary: damage },
    { weight: 1, arbitrary: mend },
  );
