declare module 'virtual:atlas' {
  import type { GeometryCollection, Topology } from 'topojson-specification';
  const atlas: {
    readonly topology: Topology<{ countries: GeometryCollection<{ name: string }> }>;
    /** Code, longitude and latitude of states too small for a shape, larger ones first. */
    readonly small: readonly [string, number, number][];
  };
  export default atlas;
}
