/** The vendor guide's own example values, which the emulator's default seed holds. */
export const ADMINISTRATOR = { email: "some@email.com", password: "secretPassword" } as const;
export const TECHNICIAN = { email: "tech@email.com", password: "secretPassword" } as const;
export const AUTH_CODE = "4ahx...80u0";
export const TECHNICIAN_CODE = "4ahx...tech...80u0";
export const DISABLED_CODE = "4ahx...disabled...80u0";
export const SESSION = 12345678;
