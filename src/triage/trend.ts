import { tail } from '../localisation/score.js';
import type { TriageGroup } from '../model/triage.js';
import type { Course } from './life.js';

type Trend = TriageGroup['trend'];

/** Chance below which a difference is none: one in twenty. */
const lnSeldom = Math.log(20);
/** Whether so many of all would seldom fall into this share of the time. */
const isMore = (count: number, all: number, share: number): boolean => tail(count, all, share) >= lnSeldom;

const errorsIn = ({ days }: Course, from: number, until: number): number =>
  days.reduce((sum, { day, errors }) => sum + (day > from && day <= until ? errors : 0), 0);

/**
 * Errors in the window of `days` up to as-of against as long before, as far as the group was known then: rising or
 * falling when errors that come evenly would seldom fall so. A group known for less than one window has no trend.
 */
export function trendOf(course: Course, days: number, isOver: boolean): Trend {
  const { asOf } = course;
  const recent = errorsIn(course, asOf - days, asOf);
  const before = errorsIn(course, asOf - 2 * days, asOf - days);
  const told = { recent, before, days };
  if (isOver) return { ...told, direction: 'over' };
  const first = course.days[0]?.day;
  if (first === undefined || first > asOf - days) return { ...told, direction: 'unknown' };
  const share = days / (days + Math.min(days, asOf - days - first + 1));
  if (isMore(recent, recent + before, share)) return { ...told, direction: 'rising' };
  return { ...told, direction: isMore(before, recent + before, 1 - share) ? 'falling' : 'steady' };
}
