import * as z from 'zod';

/** What a schema accepts, through lists, options and alternatives, which are joined. */
export interface SchemaShape {
  /** What documents the key whose schema this is. */
  readonly meta?: z.GlobalMeta;
  readonly isList: boolean;
  /** Of enumerations and flags. */
  readonly values: readonly string[];
  /** Of mappings. */
  readonly keys: ReadonlyMap<string, { readonly schema: z.core.$ZodType; readonly isOptional: boolean }>;
}

const nothing: SchemaShape = { isList: false, values: [], keys: new Map() };

/** Looks one level deep: schemas may hold themselves. */
export function shapeOf(schema: z.core.$ZodType): SchemaShape {
  const shape = bareShapeOf((schema as z.ZodType).def as unknown as SchemaDef);
  const meta = z.globalRegistry.get(schema) ?? shape.meta;
  return meta === undefined ? shape : { ...shape, meta };
}

function bareShapeOf(def: SchemaDef): SchemaShape {
  switch (def.type) {
    case 'pipe':
      return shapeOf(def.in!);
    case 'lazy':
      return shapeOf(def.getter!());
    case 'optional':
      return shapeOf(def.innerType!);
    case 'union':
      return joined(def.options!.map(shapeOf));
    case 'array':
      return { ...withoutMeta(shapeOf(def.element!)), isList: true };
    case 'enum':
      return { ...nothing, values: Object.values(def.entries!) };
    case 'boolean':
      return { ...nothing, values: ['true', 'false'] };
    case 'object': {
      const keys = Object.entries(def.shape!).map(([name, child]) => {
        return [name, { schema: child, isOptional: (child as z.ZodType).def.type === 'optional' }] as const;
      });
      return { ...nothing, keys: new Map(keys) };
    }
    default:
      return nothing;
  }
}

function joined(shapes: readonly SchemaShape[]): SchemaShape {
  return {
    isList: shapes.some(({ isList }) => isList),
    values: [...new Set(shapes.flatMap(({ values }) => values))],
    keys: new Map(shapes.flatMap(({ keys }) => [...keys])),
  };
}

/** What documents a value of a list is not what documents the list. */
function withoutMeta({ isList, values, keys }: SchemaShape): SchemaShape {
  return { isList, values, keys };
}

/** The few fields of zod's own definitions that are walked: https://zod.dev/packages/core */
interface SchemaDef {
  readonly type: string;
  readonly in?: z.core.$ZodType;
  readonly getter?: () => z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly element?: z.core.$ZodType;
  readonly entries?: Readonly<Record<string, string>>;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
}
