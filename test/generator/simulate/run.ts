import { makePeople } from '../people.js';
import type { Person } from '../person.js';
import type { World } from '../world/types.js';
import { enteredAnswers, unheardAnswers } from './answers.js';
import type { Choice } from './choice.js';
import { makeChoices } from './choices.js';
import { type ErrorReport, makeErrors } from './errors.js';
import { type Event, makeEvents } from './events.js';
import { type Send, sendMessages } from './sends.js';
import { type Books, keepBooks } from './stores.js';
import { extraSends, inTheirLanguage, isOrdinary, troubledEvents } from './trouble.js';

export interface Size {
  readonly seed: number;
  readonly persons: number;
  readonly sends: number;
}

/** A year in the life of a world. */
export interface Year {
  readonly seed: number;
  readonly people: readonly Person[];
  readonly books: Books;
  readonly sends: readonly Send[];
  readonly events: readonly Event[];
  readonly errors: readonly ErrorReport[];
}

/** Lets customers decide, flows carry, and systems write by what they know. Same world and seed, same year. */
export function liveThrough(world: World, { seed, persons, sends: count }: Size): Year {
  const people = makePeople(seed, persons, world);
  const choices = makeChoices(world, seed, people);
  const books = keepBooks(world, people, choices);
  const byPerson = new Map<number, Choice[]>();
  for (const choice of choices) byPerson.set(choice.person, [...(byPerson.get(choice.person) ?? []), choice]);
  const sends = sendMessages({ world, seed, people, books, choices: byPerson }, count);
  return withOutcomes(world, seed, { people, books, sends });
}

/** The same customers, books and messages with what became of them in this world. */
export function withOutcomes(
  world: World,
  seed: number,
  { people, books, sends }: Pick<Year, 'people' | 'books' | 'sends'>,
): Year {
  const ordinary = sends.filter(isOrdinary);
  const all = [...ordinary, ...extraSends(world, people, books, ordinary)];
  return {
    seed,
    people,
    books,
    sends: inTheirLanguage(world, all),
    events: [
      ...troubledEvents(world, all, makeEvents(world, seed, ordinary)),
      ...unheardAnswers(world, books, ordinary),
      ...enteredAnswers(world, books, ordinary),
    ],
    errors: makeErrors(world, seed, ordinary),
  };
}
