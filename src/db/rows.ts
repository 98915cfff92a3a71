/** What a statement gave, where it gives no more than one row. */
export const first = <Row>([row]: readonly Row[]): Row | undefined => row;

/** Of a statement that always gives one. */
export const only = <Row>([row]: readonly Row[]): Row => row as Row;
