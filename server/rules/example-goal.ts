/** The lines above many examples that make them whole strategies: somebody who owns things, and a goal to support. */
export const GOAL = `person ada "Ada Park"
metric arr "Annual recurring revenue" { unit $ better up }
goal europe "Win the German-speaking market" { kind growth owner ada metric arr }

`;
