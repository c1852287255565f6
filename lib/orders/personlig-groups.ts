/** The AD groups that a user's iPad needs (A6). */
export const personligGroups = ["user-iPad-wlan-adm-new", "user-iPad-service-personlig"] as const;
