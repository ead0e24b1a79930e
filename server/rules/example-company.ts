/** What the examples of rules stand on, so that each shows its own point and is a whole strategy all the same. */

export const COMPANY = `person maya "Maya Okafor" in growth
team growth "Growth"
metric arr "Annual recurring revenue" { unit $ better up }
metric activation "Trial teams that deploy in week one" { unit % better up drives arr }
goal win-midmarket "Win the mid-market" { kind business owner maya period 2026 metric arr from $4.2M to $9M }

`;
