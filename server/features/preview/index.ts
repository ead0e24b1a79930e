/** What previews ask of a strategy: a new request is a file of its own and a line here. */

import {
  cardRequest, exportViewRequest, fieldRequest, placeOfThingRequest, realignChoicesRequest, realignRequest, setFieldRequest, thingsAtRequest, viewRequest,
} from '../../preview-protocol.ts';
import { feature, type AnyFeature } from '../feature.ts';
import { card } from './card.ts';
import { exportedView } from './export-view.ts';
import { field, setField } from './fields.ts';
import { cardParamsOf, exportViewParamsOf, fieldParamsOf, realignParamsOf, setFieldParamsOf, thingParamsOf, viewParamsOf } from './params.ts';
import { realign, realignChoices } from './realign.ts';
import { placeOfThing, thingsAt } from './things.ts';
import { view } from './view.ts';

export const previewFeatures: readonly AnyFeature[] = [
  feature({ method: viewRequest, capabilities: {}, reads: 'strategy', read: viewParamsOf, run: view }),
  feature({ method: cardRequest, capabilities: {}, reads: 'strategy', read: cardParamsOf, run: card }),
  feature({ method: exportViewRequest, capabilities: {}, reads: 'strategy', read: exportViewParamsOf, run: exportedView }),
  feature({ method: placeOfThingRequest, capabilities: {}, reads: 'strategy', read: thingParamsOf, run: placeOfThing }),
  feature({ method: thingsAtRequest, capabilities: {}, reads: 'strategy', run: thingsAt }),
  feature({ method: fieldRequest, capabilities: {}, reads: 'strategy', read: fieldParamsOf, run: field }),
  feature({ method: setFieldRequest, capabilities: {}, reads: 'strategy', read: setFieldParamsOf, run: setField }),
  feature({ method: realignChoicesRequest, capabilities: {}, reads: 'strategy', read: thingParamsOf, run: realignChoices }),
  feature({ method: realignRequest, capabilities: {}, reads: 'strategy', read: realignParamsOf, run: realign }),
];
