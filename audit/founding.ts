/** The two organisations that the market's chaincode names itself; the others are communities. */
export const REGULATOR = 'RegulatorMSP';
export const UTILITY = 'UtilityMSP';
