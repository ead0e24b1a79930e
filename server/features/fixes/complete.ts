/** Ways to say what a declaration lacks: a period, a kind, a unit. */

import { declarationWord } from '../../../grammar/vocabulary.ts';
import type { Entity, Strategy } from '../../model/strategy.ts';
import { insertedProperty } from '../body-lines.ts';
import { quarterOf } from '../calendar-around.ts';
import { writtenUnit } from './declare.ts';
import type { Found, Proposal } from './proposal.ts';

const MOST_PERIODS = 4;

/** The periods that run now, else the quarter. */
export function addPeriod({ entity, analysis: { strategy } }: Found): readonly Proposal[] {
  return currentPeriods(strategy).slice(0, MOST_PERIODS).map((id) => adding(entity, 'period', id));
}

function currentPeriods({ periods, asOf }: Strategy): readonly string[] {
  const running = periods.filter(({ days, laterThan }) => laterThan === null && days !== null && days.start <= asOf && asOf <= days.end);
  return running.length > 0 ? running.map(({ id }) => id) : [quarterOf(asOf).id];
}

/** Each kind of goal. */
export function addKind({ entity }: Found): readonly Proposal[] {
  const choices = declarationWord('goal').properties.find(({ name }) => name === 'kind')?.choices ?? [];
  return choices.map(({ word }) => adding(entity, 'kind', word));
}

/** The unit in which its values are written, or those of the measures on it. */
export function addUnit({ entity }: Found): readonly Proposal[] {
  if (entity.kind !== 'metric') return [];
  const own = entity.declaration.properties.flatMap((property) => {
    if (property.name !== 'now' && property.name !== 'checkin') return [];
    const { value } = property.name === 'now' ? property.value : property.value;
    return value?.type === 'quantity' ? [value.quantity] : [];
  });
  const measures = entity.usedBy.flatMap(({ from }) => {
    const readings = from.kind === 'kr' ? [from.reading] : from.kind === 'goal' ? from.metrics.filter(({ metric }) => metric === entity).map(({ reading }) => reading) : [];
    return readings.flatMap((reading) => (reading === null ? [] : [reading.measure.to, reading.measure.from, reading.measure.low, reading.measure.high]));
  });
  const written = [...own, ...measures].find((quantity) => quantity !== null && quantity.unit.kind !== 'none') ?? null;
  return written === null ? [] : [adding(entity, 'unit', writtenUnit(written))];
}

function adding(entity: Entity, name: string, value: string): Proposal {
  return {
    title: `Add \`${name} ${value}\``,
    plan: () => ({ changes: [{ file: entity.origin.file, ...insertedProperty(entity, name, `${name} ${value}`) }] }),
  };
}
