import * as z from 'zod';
import { flag, oneOrMany, text, texts } from './schemaValues';

const place = z.object({ line: z.number(), character: z.number() });

/** A step of a CodeTour file, as https://aka.ms/codetour-schema has it. Other keys are left alone. */
const tourStep = z
  .object({
    file: text,
    directory: text,
    view: text,
    uri: text,
    contents: text,
    title: text,
    description: text,
    /** From 1. */
    line: z.number().nullable(),
    /** From 1, lines and characters. */
    selection: z.object({ start: place, end: place }),
    /** Of JavaScript, for the line. */
    pattern: text,
    icon: text,
    markerTitle: text,
    commands: texts,
  })
  .partial();

export const tourSchema = z
  .object({
    title: text,
    description: text,
    ref: text,
    isPrimary: flag,
    nextTour: text,
    stepMarker: text,
    when: text,
    steps: oneOrMany(tourStep),
  })
  .partial();

export type TourData = z.output<typeof tourSchema>;
export type TourStepData = z.output<typeof tourStep>;
