import * as communication from './communications.js';
import * as estate from './estate.js';
import * as flow from './flows.js';
import * as observed from './observed.js';
import * as place from './places.js';
import type { Fault } from './types.js';

/** The faults of the example bank, each in a place of its own. */
export const exampleFaults: readonly Fault[] = [
  flow.scopeTooNarrow('card-core', 'cards'),
  flow.noFlow('loyalty'),
  flow.oneWay('gulf-core'),
  flow.fieldNotMapped('card-core', 'preference.consent.sms'),
  flow.mappingWrong('insurance-admin', 'preference.consent.email'),
  flow.identityGap('wealth-desk', 'key.customer_no'),
  flow.tooSlow('savings-core'),
  flow.lost('call-centre'),
  place.conflictingMaster('marketing-cloud', 'email'),
  flow.outcomeStays('email-gateway', 'bounced'),
  flow.outcomeStays('sms-gateway', 'unsubscribed'),
  flow.outcomeStays('print-shop', 'returned'),
  flow.correctionsStay('call-centre', 'contact.phone'),
  flow.notExchanged('insurance-admin', 'value.income'),
  place.askedAgain('mortgage-core-income', 'contact.phone'),
  place.neverUsed('mobile-app-contact', 'value.hobbies'),
  place.failingVendor('mortgage-core', 'email'),
  place.wrongNames('core-banking-statement-email', 'v2'),
  place.swappedLetters('paperline'),
  place.wrongAmounts('fee-engine'),
  estate.secondMaster('insurance-admin', 'person.language'),
  estate.contentByHand('call-centre'),
  estate.choicesByFile('wealth-desk'),
  estate.retiring('meridian-crm'),
  estate.ownEngines('mobile-app'),
  estate.unplugged('archive'),
  estate.outcomesStay('dialler'),
  estate.startsTwice('card-core-notice'),
  estate.campaigns('core-banking', 'call-centre', 'card-core'),
  estate.returnsUnread('core-banking', 'post'),
  estate.silent('mobile-app', 'push'),
  communication.stopsHalfway('savings-core', 'person.language'),
  communication.vendorPortal('push-gateway', 'pushline-portal'),
  communication.oneLanguage('core-banking-notice', 'en'),
  communication.invitesPaperless('core-banking'),
  observed.undeclared('online-banking'),
  place.choicesApart(),
  place.cannotBeRefused('savings-core'),
  place.harderOut('card-core', 'card-core-onboarding', 'core-banking-preferences'),
];
