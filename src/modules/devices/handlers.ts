/** Devices have no operations of their own: logins make them and know them again. */
export {};
