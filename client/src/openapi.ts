// Generated from the gateway's OpenAPI document by `npm run client`; not to be edited.

export interface paths {
    "/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Accounts */
        get: operations["listAccounts"];
        put?: never;
        /**
         * Register accounts of identities that are enrolled already (manager, supplier)
         * @description For people who keep their own key; `POST /v1/members` also enrols. The result has a verdict for each.
         */
        post: operations["registerAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{organisation}/{enrolmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One account */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{organisation}/{enrolmentId}/reinstatements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reinstate an account (registrar; manager or supplier for its own organisation) */
        post: operations["reinstateAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{organisation}/{enrolmentId}/suspensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Suspend an account (registrar; manager or supplier for its own organisation) */
        post: operations["suspendAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pin the own key to the own account, as any first command does */
        post: operations["activateAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own API keys and those that one has made; of a manager or supplier all of others' */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Make an API key: one's own, of a meter or collector (manager), of a member (manager, supplier)
         * @description For devices and programs that cannot renew a token. It is sent as `Authorization: Bearer cwk_...`, acts for its subject within its scopes, and can make no other. Only this answer tells it, and only once: the same request again answers `key: null`. The gateway keeps its SHA-256. At most 20 for each subject.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of these API keys */
        get: operations["getApiKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{id}/revocations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an API key away: from the next request on it opens nothing */
        post: operations["revokeApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Money by account: the own; treasurer, registrar and auditor see all */
        get: operations["listBalances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Batches: certificates issued together, with the readings that they come from */
        get: operations["listBatches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One batch */
        get: operations["getBatch"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Bids on offers */
        get: operations["listBids"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bids/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One bid */
        get: operations["getBid"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bids/{id}/acceptances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept a bid on an own offer: certificates and money move in one transaction */
        post: operations["acceptBid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bids/{id}/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw an own bid; its money is free again */
        post: operations["withdrawBid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certificate-balances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Units by account, scheme and state */
        get: operations["listCertificateBalances"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coin-merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Join the smallest own coins, up to a hundred, into one */
        post: operations["mergeCoins"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Unspent coins: own ones; treasurer, registrar and auditor see all */
        get: operations["listCoins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/collector-meters/{kind}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What to submit a connection point or device with whose readings a collector attests
         * @description The collector’s key for this subject, which the gateway keeps, and the proof that it has it. For the collector and the managers of its organisation.
         */
        get: operations["getCollectorMeter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connection-points": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Connection points */
        get: operations["listConnectionPoints"];
        put?: never;
        /** Submit connection points (manager) */
        post: operations["submitConnectionPoints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connection-points/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One connection point */
        get: operations["getConnectionPoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connection-points/{id}/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the chain of profile blocks stands; also for the meter's own token */
        get: operations["getConnectionPointHead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connection-points/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve (registrar) */
        post: operations["approveConnectionPoints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connection-points/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm (grid operator) */
        post: operations["confirmConnectionPoints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connection-points/reinstatements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reinstate (grid operator, registrar) */
        post: operations["reinstateConnectionPoints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connection-points/rejections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject (grid operator, registrar) */
        post: operations["rejectConnectionPoints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connection-points/retirements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retire (manager, registrar) */
        post: operations["retireConnectionPoints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/connection-points/suspensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Suspend (grid operator, registrar) */
        post: operations["suspendConnectionPoints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Devices */
        get: operations["listDevices"];
        put?: never;
        /** Submit devices (manager) */
        post: operations["submitDevices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/devices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One device */
        get: operations["getDevice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/devices/{id}/cursor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a device has been certified, and what is carried */
        get: operations["getDeviceCursor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/devices/{id}/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the chain of profile blocks stands; also for the meter's own token */
        get: operations["getDeviceHead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/devices/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve (registrar) */
        post: operations["approveDevices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/devices/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm (grid operator) */
        post: operations["confirmDevices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/devices/reinstatements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reinstate (grid operator, registrar) */
        post: operations["reinstateDevices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/devices/rejections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject (grid operator, registrar) */
        post: operations["rejectDevices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/devices/retirements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retire (manager, registrar) */
        post: operations["retireDevices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/devices/suspensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Suspend (grid operator, registrar) */
        post: operations["suspendDevices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changes on the ledger, as server-sent events
         * @description An event for every change of a record that the caller may list, once and in the ledger's order; `data` of each is JSON of this schema. Ids are the same at every gateway. A comment with the newest id comes every 15 s of silence. The stream ends after ten minutes, or when its client takes nothing for 30 s: connect again with the last id.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holdings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Holdings: ranges of units of a batch in one hand */
        get: operations["listHoldings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holdings/{batch}/{start}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One holding */
        get: operations["getHolding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Money kept for a payee: own ones; treasurer, registrar and auditor see all */
        get: operations["listHolds"];
        put?: never;
        /** Keep money for a payee until it captures it, or the time is over */
        post: operations["hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One hold */
        get: operations["getHold"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds/{id}/captures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take all or part of the money (payee); the rest returns to the payer */
        post: operations["captureHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/holds/{id}/releases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give the money back (payee at any time, payer once the time is over) */
        post: operations["releaseHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identities/{enrolmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certificate of an account, and who keeps its key: one's own, and those of members (manager, supplier) */
        get: operations["getIdentity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identities/{enrolmentId}/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have the key that a member keeps certified (manager; supplier for buyers)
         * @description The account was registered with `keys: own`. Its owner makes a key and a signing request; the gateway never sees the key. The ledger takes the account's key at its first use.
         */
        post: operations["certifyMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issuance-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue for many devices (manager)
         * @description An operation for each device; those without new readings fail with READINGS_MISSING. A dry run takes at most a hundred devices.
         */
        post: operations["issueAll"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issuances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Issuances: readings that became certificates */
        get: operations["listIssuances"];
        put?: never;
        /**
         * Issue certificates of a device's readings (manager, registrar)
         * @description From where the last issuance ended to the last reading, but at most 62 blocks. The certificates belong to the owner of the device; what is left below a whole unit is carried. Without new readings: READINGS_MISSING.
         */
        post: operations["issue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/issuances/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One issuance */
        get: operations["getIssuance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/key-rotations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand the own account over to another key
         * @description Afterwards the key that the gateway keeps is worth nothing for this account: only the holder of the new key can sign for it.
         */
        post: operations["rotateAccountKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring members in (manager; supplier for buyers)
         * @description Enrols each under a random pseudonym with a key that the gateway keeps, and registers its account. The verdicts of the result carry the account ids, in the order of the request. Sent again, it enrols nobody twice.
         */
        post: operations["registerMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Certificates for sale */
        get: operations["listOffers"];
        put?: never;
        /**
         * Offer own certificates for sale
         * @description So many `units`, oldest vintage first, or the named `pieces`; they are locked until the offer ends.
         */
        post: operations["offer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One offer */
        get: operations["getOffer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offers/{id}/acceptances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Buy units of an offer at its price: certificates and money move in one transaction */
        post: operations["acceptOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offers/{id}/bids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bid for units of an offer; the money is held */
        post: operations["bid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offers/{id}/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw an own offer */
        post: operations["withdrawOffer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of an own command
         * @description With `?wait=commit` the answer comes when it is committed or has failed, at most 60 s later.
         */
        get: operations["getOperation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/{id}/cancellations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an own operation that waits for a signature: it fails, and nothing is written */
        post: operations["cancelOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/{id}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign what an own operation waits for
         * @description For accounts whose owners keep their keys: first the proposal is signed, then the endorsed transaction, and both anew when the ledger has moved on meanwhile.
         */
        post: operations["signOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Organisations of the consortium */
        get: operations["listOrganisations"];
        put?: never;
        /** Enter a co-operative (registrar) */
        post: operations["enterOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{mspId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One organisation */
        get: operations["getOrganisation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{mspId}/reinstatements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reinstate an organisation (registrar) */
        post: operations["reinstateOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/organisations/{mspId}/suspensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Suspend an organisation (registrar) */
        post: operations["suspendOrganisation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payments: own ones; treasurer, registrar and auditor see all */
        get: operations["listPayments"];
        put?: never;
        /**
         * Pay others
         * @description Coins are picked, and change comes back.
         */
        post: operations["pay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One payment */
        get: operations["getPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What takes, or took, two signatures of two organisations */
        get: operations["listProposals"];
        put?: never;
        /** Propose to mint or burn money, a scheme, or a new key for an account: the first signature */
        post: operations["propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proposals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One proposal */
        get: operations["getProposal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proposals/{id}/confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The second signature, of another organisation: it is carried out */
        post: operations["confirmProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proposals/{id}/rejections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reject a proposal (whoever may confirm it) */
        post: operations["rejectProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/proposals/{id}/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw an own proposal */
        post: operations["withdrawProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/questions/{id}/signatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign an own question, and get its answer: a statement, or what a command would do
         * @description For accounts whose owners keep their keys. A question lives for two minutes. Nothing can be written with its signature.
         */
        post: operations["signQuestion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/read-model": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the read model holds: the same for every organisation that has read the same blocks */
        get: operations["getReadModel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/read-model/rebuilds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Build the read model anew from block 0; everything else is unavailable meanwhile */
        post: operations["rebuildReadModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Profile blocks that the ledger has accepted
         * @description A member sees its own, a manager those of its organisation's members; grid operator, registrar and auditor see all.
         */
        get: operations["listReadings"];
        put?: never;
        /**
         * Deliver signed profile blocks
         * @description The result has a verdict for each block: accepted, exists, or refused with its code. One refused block does not spoil the others, and may be sent again corrected. As bytes: for each block the length of the body as a varint (LEB128), the body, 64 bytes of signature. At most 1,000 blocks or 100,000 bytes.
         */
        post: operations["deliverReadings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/readings/completeness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How complete the readings of a connection point or device are, by day (UTC) */
        get: operations["getReadingCompleteness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/readings/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Import readings that the caller attests as their collector
         * @description For meters that cannot sign: connection points and devices whose `meter.attestedBy` is the caller. Rows of a subject come together; they are put into blocks of a day, signed with the collector’s key that this gateway keeps, and marked on the ledger as attested. The answer has a receipt for each block; with `Accept: text/csv` it is the reject file: the refused rows with `code` and `detail`, to be corrected and sent again. What is on the ledger already with the same values `exists`, so the whole file may come again as well.
         */
        post: operations["importReadings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/retirements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Retirements: certificates used for good */
        get: operations["listRetirements"];
        put?: never;
        /**
         * Use own certificates for good
         * @description So many `units`, oldest vintage first, or the named `pieces`; provisional ones cannot be retired yet.
         */
        post: operations["retire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/retirements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One retirement */
        get: operations["getRetirement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schemes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Schemes: what a certificate is, in each of their versions
         * @description A scheme is entered by a proposal of the kind `scheme` and its confirmation.
         */
        get: operations["listSchemes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/schemes/{id}/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One version of a scheme */
        get: operations["getScheme"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The same, also for one who keeps the key
         * @description The id is `<type>/<attributes>`, for instance `holding/<batch>/<start>`, `retirement/<id>`, `account/<MSP id>/<enrolment id>`, `block/point/<id>/<sequence>`, or `balance/<MSP id>/<enrolment id>` for the sum of the largest 100 coins. Readings and money are stated to those only who may read them. `npm run verify-statement` checks a statement.
         */
        post: operations["makeStatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A record as peers of Regulator, Utility and a community state it, with their signatures
         * @description The id is `<type>/<attributes>`, for instance `holding/<batch>/<start>`, `retirement/<id>`, `account/<MSP id>/<enrolment id>`, `block/point/<id>/<sequence>`, or `balance/<MSP id>/<enrolment id>` for the sum of the largest 100 coins. Readings and money are stated to those only who may read them. `npm run verify-statement` checks a statement.
         */
        get: operations["getStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make tokens for members and meters (manager; supplier for buyers)
         * @description A member's token acts for its account; a meter's can only deliver readings and ask for its own head. Tokens are not kept: sent again, others are made.
         */
        post: operations["mintTokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/trades": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Trades: certificates delivered against money */
        get: operations["listTrades"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/trades/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One trade */
        get: operations["getTrade"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Transactions of the channel */
        get: operations["listTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transactions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One transaction */
        get: operations["getTransaction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Transfers of certificates */
        get: operations["listTransfers"];
        put?: never;
        /**
         * Give own certificates to another account
         * @description So many `units`, oldest vintage first, or the named `pieces`.
         */
        post: operations["transfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/transfers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One transfer */
        get: operations["getTransfer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Own webhooks */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Have events sent
         * @description Up to 100 events at once are POSTed as `{"webhook": id, "events": [...]}`, in the order of the ledger and at least once: know them by their ids. The header `Commonwatt-Signature: t=<epoch seconds>,v1=<hex>` is the HMAC-SHA256 of `<t>.<body>` under the secret, which only this answer tells. Anything but a 2xx within 10 s is a failure, and tried again with growing pauses for a day. At most ten for an account.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One of the own webhooks */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of the last 200 deliveries, newest first */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/removals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forget a webhook and its deliveries */
        post: operations["removeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/resumptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Go on where it stopped */
        post: operations["resumeWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/suspensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send nothing for now */
        post: operations["suspendWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptBidAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        AcceptBidCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: {
                id: string;
            } | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: {
                id: string;
            };
        };
        AcceptOfferAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        AcceptOfferCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: {
                id: string;
            } | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: {
                id: string;
            };
        };
        AcceptOfferRequest: {
            /** @description Whole certificates of the scheme */
            units: number;
        };
        Account: {
            id: string;
            keyHash: string | null;
            /** @enum {string} */
            kind: "prosumer" | "consumer" | "storage" | "microgrid" | "region" | "utility" | "thirdParty" | "officer";
            reason?: string;
            /** @enum {string} */
            status: "active" | "suspended";
            suspendedBy?: string;
            /** @constant */
            v: 1;
        };
        ActivateAccountAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        ActivateAccountCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: components["schemas"]["Account"] | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: components["schemas"]["Account"];
        };
        ApproveConnectionPointsAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        ApproveConnectionPointsCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: components["schemas"]["Verdicts"] | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: components["schemas"]["Verdicts"];
        };
        ApproveDevicesAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        ApproveDevicesCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: components["schemas"]["Verdicts"] | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: components["schemas"]["Verdicts"];
        };
        Batch: {
            /** @description Seconds since 1970-01-01T00:00:00Z */
            commissionedAt: number;
            emissionFactor: number;
            expiresAt: number | null;
            id: string;
            issuance: string;
            issuingBody: string;
            owner: string;
            period: components["schemas"]["Period"];
            provisional: boolean;
            region: string;
            scheme: components["schemas"]["SchemeRef"];
            segments: components["schemas"]["Segment"][];
            /** @enum {string} */
            source: "solar" | "wind" | "hydro" | "biogas" | "biomass" | "geothermal" | "marine" | "storage";
            /** @enum {string} */
            supportStatus: "none" | "investment" | "production" | "both";
            technology: string;
            /** @description Whole certificates of the scheme */
            units: number;
            unitWh: number;
            /** @constant */
            v: 1;
            vintage: string;
        };
        Bid: {
            amount: components["schemas"]["Money"];
            /** @description Seconds since 1970-01-01T00:00:00Z */
            at: number;
            buyer: string;
            commandHash: string;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            expiresAt: number;
            id: string;
            offer: string;
            /** @description Price in millionths of the currency per kWh */
            price: number;
            /** @enum {string} */
            status: "open" | "accepted" | "withdrawn" | "expired";
            /** @description Whole certificates of the scheme */
            units: number;
            /** @constant */
            v: 1;
        };
        BidAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        BidCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: {
                id: string;
            } | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: {
                id: string;
            };
        };
        BidRequest: {
            /** @description Seconds since 1970-01-01T00:00:00Z */
            expiresAt: number;
            /** @description Price in millionths of the currency per kWh */
            price: number;
            /** @description Whole certificates of the scheme */
            units: number;
        };
        CaptureHoldAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        CaptureHoldCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: {
                id: string;
            } | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: {
                id: string;
            };
        };
        CaptureHoldRequest: {
            /** @description Money in billionths of the currency, a decimal string, more than 0 */
            amount: string;
        };
        CertifyMemberAnswer: {
            account: string;
            /** @description PEM */
            certificate: string;
            /**
             * @description Who has the private key: the gateway, or its owner alone
             * @enum {string}
             */
            keys: "custodial" | "own";
            role: ("registrar" | "auditor" | "supplier" | "gridOperator" | "buyer" | "treasurer" | "manager" | "member" | "collector" | "gateway") | null;
        };
        CertifyMemberRequest: {
            /** @description PKCS#10 in PEM, of a P-256 key; its common name is the enrolment id */
            certificateRequest: string;
        };
        Change: {
            /** @constant */
            type: "organisation";
            value: components["schemas"]["Organisation"];
        } | {
            /** @constant */
            type: "account";
            value: components["schemas"]["Account"];
        } | {
            /** @constant */
            type: "point";
            value: components["schemas"]["ConnectionPoint"];
        } | {
            /** @constant */
            type: "device";
            value: components["schemas"]["Device"];
        } | {
            /** @constant */
            type: "scheme";
            value: components["schemas"]["Scheme"];
        } | {
            /** @constant */
            type: "issuance";
            value: components["schemas"]["Issuance"];
        } | {
            /** @constant */
            type: "cursor";
            value: components["schemas"]["Cursor"];
        } | {
            /** @constant */
            type: "batch";
            value: components["schemas"]["Batch"];
        } | {
            /** @constant */
            type: "holding";
            value: components["schemas"]["Holding"];
        } | {
            /** @constant */
            type: "transfer";
            value: components["schemas"]["Transfer"];
        } | {
            /** @constant */
            type: "retirement";
            value: components["schemas"]["Retirement"];
        } | {
            /** @constant */
            type: "coin";
            value: components["schemas"]["Coin"];
        } | {
            id: string;
            /** @constant */
            type: "coinSpent";
        } | {
            /** @constant */
            type: "payment";
            value: components["schemas"]["Payment"];
        } | {
            /** @constant */
            type: "hold";
            value: components["schemas"]["Hold"];
        } | {
            /** @constant */
            type: "offer";
            value: components["schemas"]["Offer"];
        } | {
            /** @constant */
            type: "bid";
            value: components["schemas"]["Bid"];
        } | {
            /** @constant */
            type: "trade";
            value: components["schemas"]["Trade"];
        } | {
            /** @constant */
            type: "proposal";
            value: components["schemas"]["Proposal"];
        };
        Coin: {
            /** @description Money in billionths of the currency, a decimal string, more than 0 */
            amount: string;
            id: string;
            owner: string;
            state: {
                /** @constant */
                kind: "free";
            } | {
                /** @enum {string} */
                by: "bid" | "hold" | "burn";
                id: string;
                /** @constant */
                kind: "held";
            };
            /** @constant */
            v: 1;
        };
        ConfirmConnectionPointsAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        ConfirmConnectionPointsCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: components["schemas"]["Verdicts"] | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: components["schemas"]["Verdicts"];
        };
        ConfirmConnectionPointsLine: {
            id: string;
        };
        ConfirmDevicesAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        ConfirmDevicesCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: components["schemas"]["Verdicts"] | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: components["schemas"]["Verdicts"];
        };
        ConfirmProposalAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        ConfirmProposalCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: {
                id: string;
            } | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: {
                id: string;
            };
        };
        ConnectionPoint: {
            approvedBy?: string;
            bus: number;
            commandHash: string;
            confirmedBy?: string;
            devices: string[];
            evidenceHash?: string;
            /** @description Power in W */
            exportLimitW: number;
            feeder: string;
            id: string;
            /** @description Power in W */
            importLimitW: number;
            meter: {
                attestedBy?: string;
                publicKey: string;
                serial: string;
            };
            owner: string;
            reason?: string;
            /** @enum {string} */
            status: "submitted" | "confirmed" | "approved" | "suspended" | "rejected" | "retired";
            submittedBy: string;
            suspendedBy?: string;
            /** @description Power in W */
            unmeteredW?: number;
            /** @constant */
            v: 1;
        };
        CreateApiKeyAnswer: {
            /** @description Whom it acts for: an account, or `<MSP id>/<kind>.<id>` for a meter */
            account: string;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Account that made it */
            createdBy: string;
            expiresAt: number | null;
            id: string;
            /** @description `cwk_<id>_<secret>`; null when it was told before */
            key: string | null;
            /** @description To the minute */
            lastUsedAt: number | null;
            meter: {
                id: string;
                /** @enum {string} */
                kind: "point" | "device";
            } | null;
            name: string;
            revokedAt: number | null;
            scopes: ("readings:write" | "read" | "trade")[];
            /** @enum {string} */
            status: "active" | "revoked" | "expired";
        };
        CreateApiKeyRequest: {
            /** @description Default: never */
            expiresAt?: number;
            /** @description What it is for */
            name: string;
            /**
             * @description That of a meter is `readings:write`
             * @default [
             *       "readings:write"
             *     ]
             */
            scopes?: ("readings:write" | "read" | "trade")[];
            /** @description Whom it acts for; default: the caller */
            subject?: {
                enrolmentId: string;
            } | {
                meter: {
                    id: string;
                    /** @enum {string} */
                    kind: "point" | "device";
                };
            };
        };
        CreateWebhookAnswer: {
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Everything up to this event has been delivered, or was none for it */
            cursor: string;
            /** @description Deliveries that failed since the last one that did not */
            failures: number;
            id: string;
            /** @description Why it is suspended: `OWNER`; `UNREACHABLE` for a day; or the code that its account is refused with */
            reason: string | null;
            /** @description The key of the HMAC, as text */
            secret: string;
            /** @enum {string} */
            status: "active" | "suspended";
            /** @description Types of records; null for all */
            types: ("organisation" | "account" | "point" | "device" | "block" | "scheme" | "proposal" | "issuance" | "cursor" | "batch" | "holding" | "transfer" | "retirement" | "coin" | "payment" | "hold" | "offer" | "bid" | "trade")[] | null;
            url: string;
        };
        CreateWebhookRequest: {
            /** @description Begin behind this event; `0.0.0` begins with the ledger. Default: what happens from now on */
            after?: string;
            /** @description Only changes of records of these types */
            types?: ("organisation" | "account" | "point" | "device" | "block" | "scheme" | "proposal" | "issuance" | "cursor" | "batch" | "holding" | "transfer" | "retirement" | "coin" | "payment" | "hold" | "offer" | "bid" | "trade")[];
            /**
             * Format: uri
             * @description https, on the Internet
             */
            url: string;
        };
        Cursor: {
            carry: components["schemas"]["Segment"][];
            device: string;
            index: number;
            scheme: components["schemas"]["SchemeRef"] | null;
            sequence: number;
            /** @constant */
            v: 1;
        };
        DeliverReadingsAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        DeliverReadingsCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: components["schemas"]["DeliveryResult"] | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: components["schemas"]["DeliveryResult"];
        };
        DeliverReadingsLine: {
            body: string;
            signature: string;
        };
        DeliverReadingsRequest: {
            /** @description Signed profile blocks, in the order of their sequence for each subject */
            blocks: components["schemas"]["DeliverReadingsLine"][];
        };
        DeliverReadingsVerdict: {
            /** @description A block from which on the ledger holds it */
            blockNumber?: number;
            code?: string;
            detail?: string;
            /** @description Number of the line in the request, from 1 */
            line: number;
            /** @enum {string} */
            verdict: "accepted" | "exists" | "refused";
        };
        DeliveryResult: {
            verdicts: {
                code?: string;
                detail?: string;
                /** @enum {string} */
                verdict: "accepted" | "exists" | "refused";
            }[];
        };
        Device: {
            approvedBy?: string;
            /** @description Power in W */
            capacityW: number;
            commandHash: string;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            commissionedAt: number;
            confirmedBy?: string;
            evidenceHash?: string;
            id: string;
            meter: {
                attestedBy?: string;
                publicKey: string;
                serial: string;
            } | null;
            owner: string;
            point: string;
            reason?: string;
            region: string;
            /** @enum {string} */
            source: "solar" | "wind" | "hydro" | "biogas" | "biomass" | "geothermal" | "marine" | "storage";
            /** @enum {string} */
            status: "submitted" | "confirmed" | "approved" | "suspended" | "rejected" | "retired";
            storage?: {
                /** @description Energy in Wh */
                capacityWh: number;
                efficiencyPpm: number;
            };
            submittedBy: string;
            /** @enum {string} */
            supportStatus: "none" | "investment" | "production" | "both";
            suspendedBy?: string;
            technology: string;
            /** @constant */
            v: 1;
        };
        Empty: Record<string, never>;
        EnterOrganisationAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        EnterOrganisationCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: components["schemas"]["Organisation"] | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: components["schemas"]["Organisation"];
        };
        EnterOrganisationRequest: {
            /** @constant */
            kind: "community";
            mspId: string;
            name: string;
        };
        GetAccountAnswer: components["schemas"]["Account"];
        GetApiKeyAnswer: components["schemas"]["RevokeApiKeyAnswer"];
        GetBatchAnswer: components["schemas"]["Batch"];
        GetBidAnswer: components["schemas"]["Bid"];
        GetCollectorMeterAnswer: {
            meter: {
                attestedBy?: string;
                publicKey: string;
                serial: string;
            };
            possession: string;
        };
        GetConnectionPointAnswer: components["schemas"]["ConnectionPoint"];
        GetDeviceAnswer: components["schemas"]["Device"];
        GetDeviceCursorAnswer: components["schemas"]["Cursor"];
        GetHoldAnswer: components["schemas"]["Hold"];
        GetHoldingAnswer: components["schemas"]["Holding"];
        GetIdentityAnswer: components["schemas"]["CertifyMemberAnswer"];
        GetIssuanceAnswer: components["schemas"]["Issuance"];
        GetOfferAnswer: components["schemas"]["Offer"];
        GetOrganisationAnswer: components["schemas"]["Organisation"];
        GetPaymentAnswer: components["schemas"]["Payment"];
        GetProposalAnswer: components["schemas"]["Proposal"];
        GetReadingCompletenessAnswer: {
            days: {
                /** @description Some of it is attested by a collector */
                attested: boolean;
                /** Format: date */
                day: string;
                /** @description Intervals with an estimate */
                estimated: number;
                /** @description Intervals of a day, as the meter reports; null before it ever has */
                expected: number | null;
                /** @description Intervals with measured values only */
                measured: number;
                /** @description Time without readings, seconds */
                missingSec: number;
            }[];
        };
        GetReadModelAnswer: {
            /** @description Last block in it; -1 before the first */
            blockNumber: number;
            /** @description Over names and hashes of the tables */
            hash: string;
            tables: {
                [key: string]: {
                    hash: string;
                    rows: number;
                };
            };
        };
        GetRetirementAnswer: components["schemas"]["Retirement"];
        GetSchemeAnswer: components["schemas"]["Scheme"];
        GetStatementAnswer: components["schemas"]["SignedStatement"];
        GetTradeAnswer: components["schemas"]["Trade"];
        GetTransactionAnswer: {
            /** @description Seconds since 1970-01-01T00:00:00Z */
            at: number;
            blockNumber: number;
            creator: (string) | null;
            id: string;
            /** @description Type and id of what it changed */
            ids: string[][] | null;
            /** @description Position in its block */
            index: number;
            /** @description `<contract>:<transaction>`; null when it is none of the chaincode */
            method: string | null;
            /** @description Fabric's TxValidationCode; 0 is valid */
            validationCode: number;
        };
        GetTransferAnswer: components["schemas"]["Transfer"];
        GetWebhookAnswer: components["schemas"]["SuspendWebhookAnswer"];
        Head: {
            coveredUntil: number | null;
            gaps: components["schemas"]["Period"][];
            hash: string | null;
            intervalSec: number | null;
            meter: {
                attestedBy?: string;
                publicKey: string;
                serial: string;
            };
            sequence: number;
            subject: {
                id: string;
                /** @enum {string} */
                kind: "point" | "device";
            };
            /** @constant */
            v: 1;
        };
        Hold: {
            /** @description Money in billionths of the currency, a decimal string, more than 0 */
            amount: string;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            at: number;
            /** @description Money in billionths of the currency, a decimal string, more than 0 */
            captured?: string;
            commandHash: string;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            expiresAt: number;
            id: string;
            payee: string;
            payer: string;
            reference?: string;
            /** @enum {string} */
            status: "open" | "captured" | "released";
            /** @constant */
            v: 1;
        };
        HoldAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        HoldCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: {
                id: string;
            } | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: {
                id: string;
            };
        };
        Holding: {
            batch: string;
            /** @description Position of a unit in its batch, from 0 */
            end: number;
            expiresAt: number | null;
            owner: string;
            provisional: boolean;
            scheme: components["schemas"]["SchemeRef"];
            /** @description Position of a unit in its batch, from 0 */
            start: number;
            state: {
                /** @constant */
                kind: "free";
            } | {
                /** @constant */
                kind: "offered";
                offer: string;
            } | {
                /** @constant */
                kind: "retired";
                retirement: string;
            };
            unitWh: number;
            /** @constant */
            v: 1;
            vintage: string;
        };
        HoldRequest: {
            /** @description Money in billionths of the currency, a decimal string, more than 0 */
            amount: string;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            expiresAt: number;
            payee: string;
            reference?: string;
        };
        Ids: {
            ids: string[];
        };
        IdsWithReason: {
            ids: string[];
            reason: string;
        };
        ImportReadingsAnswer: {
            /** @description A block from which on the ledger holds it */
            blockNumber?: number;
            /** @description Why it was refused */
            code?: string;
            detail?: string;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            end: number;
            /** @description Of the block on the ledger */
            hash?: string;
            /** @description The rows that were refused */
            rejected?: {
                interval: string;
                quality: string;
                register: string;
                start: string;
                subject: string;
                value: string;
            }[];
            /** @description Of the block on the ledger */
            sequence?: number;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            start: number;
            subject: string;
            /** @enum {string} */
            verdict: "accepted" | "exists" | "refused";
        };
        Issuance: {
            /** @description Seconds since 1970-01-01T00:00:00Z */
            at: number;
            batches: string[];
            /** @description Energy in Wh */
            carriedWh: number;
            commandHash: string;
            device: string;
            /** @description Energy in Wh */
            energyWh: number;
            from: {
                index: number;
                sequence: number;
            };
            id: string;
            owner: string;
            scheme: components["schemas"]["SchemeRef"];
            to: {
                index: number;
                sequence: number;
            };
            units: number;
            /** @constant */
            v: 1;
        };
        IssueAllAnswer: {
            operations: components["schemas"]["Operation"][];
        };
        IssueAllCommitted: {
            operations: {
                /** @description Who sent it */
                account: string;
                /** @description Once committed: a block from which on the ledger holds the result */
                blockNumber: number | null;
                /** @description Seconds since 1970-01-01T00:00:00Z */
                createdAt: number;
                /** @description Once failed */
                error: {
                    code: string;
                    detail: string;
                } | null;
                finishedAt: number | null;
                id: string;
                idempotencyKey: string;
                /** @description `<contract>:<transaction>` of the chaincode */
                method: string;
                /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
                outcome: ("done" | "exists") | null;
                result: components["schemas"]["IssueResult"] | null;
                /** @description What the operation of one who keeps its key waits to be signed */
                signatureRequest: {
                    /**
                     * Format: base64
                     * @description Proposal or Payload of Fabric, to be signed as it is
                     */
                    bytes: string;
                    id: string;
                    /** @enum {string} */
                    kind: "proposal" | "transaction";
                } | null;
                /**
                 * @description `failed`: nothing was written
                 * @enum {string}
                 */
                status: "pending" | "committed" | "failed";
                /** @description Every transaction tried; only the last one can be valid */
                transactionIds: string[];
            }[];
        } | {
            dryRuns: ({
                /** @description Records as they would be afterwards, and coins that would be spent */
                changes: components["schemas"]["Change"][];
                /**
                 * @description `exists`: the same command was done before
                 * @enum {string}
                 */
                outcome: "done" | "exists";
                result: components["schemas"]["IssueResult"];
            } | {
                /** @description Why it would fail */
                error: {
                    code: string;
                    detail: string;
                };
            })[];
        };
        IssueAllRequest: {
            /** @description Default: all approved devices of the organisation that are eligible in the scheme */
            devices?: string[];
            scheme: components["schemas"]["SchemeRef"];
        };
        IssueAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        IssueCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: components["schemas"]["IssueResult"] | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: components["schemas"]["IssueResult"];
        };
        IssueRequest: {
            device: string;
            scheme: components["schemas"]["SchemeRef"];
        };
        IssueResult: {
            /** @description The batches are `<id>.0`, `<id>.1`, ... */
            batches: number;
            id: string;
            units: number;
        };
        ListAccountsAnswer: {
            items: components["schemas"]["Account"][];
            /** @description Cursor of the following page; null on the last one */
            next: string | null;
        };
        ListApiKeysAnswer: {
            items: components["schemas"]["RevokeApiKeyAnswer"][];
            /** @description Cursor of the following page; null on the last one */
            next: string | null;
        };
        ListBalancesAnswer: {
            items: {
                account: string;
                coins: number;
                free: components["schemas"]["Money"];
                held: components["schemas"]["Money"];
            }[];
            /** @description Cursor of the following page; null on the last one */
            next: string | null;
        };
        ListBatchesAnswer: {
            items: components["schemas"]["Batch"][];
            /** @description Cursor of the following page; null on the last one */
            next: string | null;
        };
        ListBidsAnswer: {
            items: components["schemas"]["Bid"][];
            /** @description Cursor of the following page; null on the last one */
            next: string | null;
        };
        ListCertificateBalancesAnswer: {
            items: {
                account: string;
                /** @description Units */
                free: number;
                /** @description Units */
                offered: number;
                /** @description Units */
                retired: number;
                scheme: components["schemas"]["SchemeRef"];
                unitWh: number;
            }[];
            /** @description Cursor of the following page; null on the last one */
            next: string | null;
        };
        ListCoinsAnswer: {
            items: components["schemas"]["Coin"][];
            /** @description Cursor of the following page; null on the last one */
            next: string | null;
        };
        ListConnectionPointsAnswer: {
            items: components["schemas"]["ConnectionPoint"][];
            /** @description Cursor of the following page; null on the last one */
            next: string | null;
        };
        ListDevicesAnswer: {
            items: components["schemas"]["Device"][];
            /** @description Cursor of the following page; null on the last one */
            next: string | null;
        };
        ListHoldingsAnswer: {
            items: components["schemas"]["Holding"][];
            /** @description Cursor of the following page; null on the last one */
            next: string | null;
        };
        ListHoldsAnswer: {
            items: components["schemas"]["Hold"][];
            /** @description Cursor of the following page; null on the last one */
            next: string | null;
        };
        ListIssuancesAnswer: {
            items: components["schemas"]["Issuance"][];
            /** @description Cursor of the following page; null on the last one */
            next: string | null;
        };
        ListOffersAnswer: {
            items: components["schemas"]["Offer"][];
            /** @description Cursor of the following page; null on the last one */
            next: string | null;
        };
        ListOrganisationsAnswer: {
            items: components["schemas"]["Organisation"][];
            /** @description Cursor of the following page; null on the last one */
            next: string | null;
        };
        ListPaymentsAnswer: {
            items: components["schemas"]["Payment"][];
            /** @description Cursor of the following page; null on the last one */
            next: string | null;
        };
        ListProposalsAnswer: {
            items: components["schemas"]["Proposal"][];
            /** @description Cursor of the following page; null on the last one */
            next: string | null;
        };
        ListReadingsAnswer: {
            items: components["schemas"]["ReadingBlock"][];
            /** @description Cursor of the following page; null on the last one */
            next: string | null;
        };
        ListRetirementsAnswer: {
            items: components["schemas"]["Retirement"][];
            /** @description Cursor of the following page; null on the last one */
            next: string | null;
        };
        ListSchemesAnswer: {
            items: components["schemas"]["Scheme"][];
            /** @description Cursor of the following page; null on the last one */
            next: string | null;
        };
        ListTradesAnswer: {
            items: components["schemas"]["Trade"][];
            /** @description Cursor of the following page; null on the last one */
            next: string | null;
        };
        ListTransactionsAnswer: {
            items: {
                /** @description Seconds since 1970-01-01T00:00:00Z */
                at: number;
                blockNumber: number;
                creator: (string) | null;
                id: string;
                /** @description Type and id of what it changed */
                ids: string[][] | null;
                /** @description Position in its block */
                index: number;
                /** @description `<contract>:<transaction>`; null when it is none of the chaincode */
                method: string | null;
                /** @description Fabric's TxValidationCode; 0 is valid */
                validationCode: number;
            }[];
            /** @description Cursor of the following page; null on the last one */
            next: string | null;
        };
        ListTransfersAnswer: {
            items: components["schemas"]["Transfer"][];
            /** @description Cursor of the following page; null on the last one */
            next: string | null;
        };
        ListWebhookDeliveriesAnswer: {
            items: {
                /** @description Seconds since 1970-01-01T00:00:00Z */
                at: number;
                attempt: number;
                durationMs: number;
                /** @description Null for a delivery that was taken */
                error: string | null;
                /** @description How many */
                events: number;
                /** @description `<block>.<transaction>.<change>` */
                firstEvent: string;
                /** @description `<block>.<transaction>.<change>` */
                lastEvent: string;
                /** @description HTTP status of the answer; null without one */
                status: number | null;
            }[];
        };
        ListWebhooksAnswer: {
            items: components["schemas"]["SuspendWebhookAnswer"][];
        };
        MakeStatementRequest: {
            id: string;
        };
        MergeCoinsAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        MergeCoinsCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: {
                id: string;
            } | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: {
                id: string;
            };
        };
        MergeCoinsRequest: Record<string, never>;
        MintTokensAnswer: {
            /** @description Seconds since 1970-01-01T00:00:00Z */
            expiresAt: number;
            /** @description In the order of the request */
            tokens: string[];
        };
        MintTokensRequest: {
            /** @default 2592000 */
            lifeSec?: number;
            /**
             * @description Of tokens of members; that of a meter is `readings:write`
             * @default [
             *       "commonwatt"
             *     ]
             */
            scopes?: ("commonwatt" | "read" | "trade" | "readings:write" | "manage")[];
            subjects: ({
                enrolmentId: string;
            } | {
                meter: {
                    id: string;
                    /** @enum {string} */
                    kind: "point" | "device";
                };
            })[];
        };
        /** @description Money in billionths of the currency, a decimal string */
        Money: string;
        Offer: {
            /** @description Seconds since 1970-01-01T00:00:00Z */
            at: number;
            commandHash: string;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            expiresAt: number;
            id: string;
            /** @description Whole certificates of the scheme */
            offeredUnits: number;
            pieces: components["schemas"]["Piece"][];
            /** @description Price in millionths of the currency per kWh */
            price: number;
            scheme: components["schemas"]["SchemeRef"];
            seller: string;
            /** @enum {string} */
            status: "open" | "filled" | "withdrawn" | "expired";
            unitWh: number;
            /** @constant */
            v: 1;
        };
        OfferAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        OfferCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: {
                id: string;
            } | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: {
                id: string;
            };
        };
        OfferRequest: {
            /** @description Seconds since 1970-01-01T00:00:00Z */
            expiresAt: number;
            /** @description Price in millionths of the currency per kWh */
            price: number;
            scheme: components["schemas"]["SchemeRef"];
            /** @description Whole certificates of the scheme */
            units: number;
        } | {
            /** @description Seconds since 1970-01-01T00:00:00Z */
            expiresAt: number;
            pieces: components["schemas"]["Piece"][];
            /** @description Price in millionths of the currency per kWh */
            price: number;
            scheme: components["schemas"]["SchemeRef"];
        };
        Operation: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            /** @description Once committed; null before */
            result: unknown;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        };
        Organisation: {
            /** @enum {string} */
            kind: "regulator" | "utility" | "community";
            mspId: string;
            name: string;
            reason?: string;
            /** @enum {string} */
            status: "active" | "suspended";
        };
        PayAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        PayCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: {
                id: string;
            } | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: {
                id: string;
            };
        };
        Payment: {
            /** @description Seconds since 1970-01-01T00:00:00Z */
            at: number;
            commandHash: string;
            from: string;
            id: string;
            inputs: string[];
            outputs: {
                account: string;
                /** @description Money in billionths of the currency, a decimal string, more than 0 */
                amount: string;
            }[];
            reference?: string;
            /** @constant */
            v: 1;
        };
        PayRequest: {
            outputs: {
                account: string;
                /** @description Money in billionths of the currency, a decimal string, more than 0 */
                amount: string;
            }[];
            reference?: string;
        };
        Period: {
            /** @description Seconds since 1970-01-01T00:00:00Z */
            end: number;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            start: number;
        };
        Piece: {
            batch: string;
            /** @description Position of a unit in its batch, from 0 */
            start: number;
            /** @description Whole certificates of the scheme */
            units: number;
        };
        Problem: {
            /** @enum {string} */
            code: "REQUEST_MALFORMED" | "ROUTE_NOT_FOUND" | "METHOD_NOT_ALLOWED" | "CONTENT_TYPE_UNSUPPORTED" | "BODY_TOO_LARGE" | "IDEMPOTENCY_KEY_MISSING" | "TOKEN_MISSING" | "TOKEN_INVALID" | "ISSUER_UNAVAILABLE" | "IDENTITY_UNKNOWN" | "SCOPE_MISSING" | "SIGNATURE_INVALID" | "SIGNATURE_MISSING" | "KEY_CUSTODY_CONFLICT" | "RATE_LIMITED" | "PENDING_LIMIT_REACHED" | "OVERLOADED" | "CURSOR_INVALID" | "UNAVAILABLE" | "INTERNAL" | "ORGANISATION_UNKNOWN" | "ORGANISATION_SUSPENDED" | "ROLE_MISSING" | "ROLE_FOREIGN" | "NOT_AUTHORISED" | "ACCOUNT_NOT_FOUND" | "ACCOUNT_SUSPENDED" | "ACCOUNT_KEY_MISMATCH" | "COMMAND_MALFORMED" | "COMMAND_TOO_LARGE" | "EXISTS_WITH_DIFFERENT_CONTENT" | "NOT_FOUND" | "ORGANISATION_KIND_FIXED" | "STATE_CONFLICT" | "METER_KEY_TAKEN" | "POSSESSION_NOT_PROVED" | "COLLECTOR_IS_OWNER" | "DEVICE_METERING_CONFLICT" | "BLOCK_MALFORMED" | "SUBJECT_NOT_APPROVED" | "SUBJECT_FOREIGN" | "BLOCK_SIGNATURE_INVALID" | "BLOCK_SEQUENCE_WRONG" | "BLOCK_CHAIN_BROKEN" | "BLOCK_REGISTER_WRONG" | "BLOCK_GRID_WRONG" | "BLOCK_OVERLAP" | "BLOCK_GAP_UNDECLARED" | "BLOCK_GAPS_TOO_MANY" | "BLOCK_IN_FUTURE" | "BLOCK_IMPLAUSIBLE" | "SCHEME_INELIGIBLE" | "CURSOR_MOVED" | "READINGS_MISSING" | "REPORTING_WINDOW_MISSED" | "HOLDING_CHANGED" | "HOLDING_FOREIGN" | "CERTIFICATE_EXPIRED" | "CERTIFICATE_PROVISIONAL" | "SCHEME_MIXED" | "PURPOSE_UNKNOWN" | "BENEFICIARY_REQUIRED" | "COIN_NOT_FOUND" | "COIN_FOREIGN" | "COIN_HELD" | "FUNDS_INSUFFICIENT" | "COINS_UNBALANCED" | "OFFER_CLOSED" | "OFFER_CHANGED" | "BID_CLOSED" | "EXPIRY_PASSED" | "EXPIRY_NOT_REACHED" | "OWN_OFFER" | "PROPOSAL_CLOSED" | "SAME_ORGANISATION";
            detail: string;
            errors?: {
                message: string;
                path: string;
            }[];
            /** @description Id of the operation that failed */
            operation?: string;
            /** @description Finds the request in the log of the gateway */
            requestId: string;
            status: number;
            /** @description What the code means */
            title: string;
            /** @description `urn:commonwatt:problem:<code>` */
            type: string;
        };
        Proposal: {
            /** @description Seconds since 1970-01-01T00:00:00Z */
            at: number;
            commandHash: string;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            decidedAt?: number;
            decidedBy?: string;
            evidenceHash: string;
            id: string;
            note?: string;
            proposedBy: string;
            reason?: string;
            /** @enum {string} */
            status: "open" | "confirmed" | "rejected" | "withdrawn";
            subject: {
                account: string;
                /** @description Money in billionths of the currency, a decimal string, more than 0 */
                amount: string;
                /** @constant */
                kind: "mint";
            } | {
                coins: string[];
                /** @constant */
                kind: "burn";
            } | {
                /** @constant */
                kind: "scheme";
                scheme: {
                    aliases: string[];
                    beneficiaryRequired: boolean;
                    emissionFactors: {
                        biogas?: number;
                        biomass?: number;
                        geothermal?: number;
                        hydro?: number;
                        marine?: number;
                        solar?: number;
                        storage?: number;
                        wind?: number;
                    };
                    expirySec: number | null;
                    id: string;
                    issuingBody: string;
                    name: string;
                    regions: string[];
                    reportingWindowSec: number;
                    retirementPurposes: string[];
                    sources: ("solar" | "wind" | "hydro" | "biogas" | "biomass" | "geothermal" | "marine" | "storage")[];
                    unitWh: number;
                    version: number;
                };
            } | {
                account: string;
                keyHash: string;
                /** @constant */
                kind: "accountKey";
            };
            /** @constant */
            v: 1;
        };
        ProposeAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        ProposeCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: {
                id: string;
            } | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: {
                id: string;
            };
        };
        ProposeRequest: {
            evidenceHash: string;
            note?: string;
            subject: {
                account: string;
                /** @description Money in billionths of the currency, a decimal string, more than 0 */
                amount: string;
                /** @constant */
                kind: "mint";
            } | {
                coins: string[];
                /** @constant */
                kind: "burn";
            } | {
                /** @constant */
                kind: "scheme";
                scheme: {
                    aliases: string[];
                    beneficiaryRequired: boolean;
                    emissionFactors: {
                        biogas?: number;
                        biomass?: number;
                        geothermal?: number;
                        hydro?: number;
                        marine?: number;
                        solar?: number;
                        storage?: number;
                        wind?: number;
                    };
                    expirySec: number | null;
                    id: string;
                    issuingBody: string;
                    name: string;
                    regions: string[];
                    reportingWindowSec: number;
                    retirementPurposes: string[];
                    sources: ("solar" | "wind" | "hydro" | "biogas" | "biomass" | "geothermal" | "marine" | "storage")[];
                    unitWh: number;
                    version: number;
                };
            } | {
                account: string;
                keyHash: string;
                /** @constant */
                kind: "accountKey";
            };
        };
        Question: {
            /**
             * Format: base64
             * @description Proposal of Fabric, to be signed as it is
             */
            bytes: string;
            /** Format: uuid */
            id: string;
            /** @constant */
            kind: "question";
        };
        ReadingBlock: {
            /** @description Seconds since 1970-01-01T00:00:00Z */
            arrivedAt: number;
            /** @description Collector that has signed it; null for a block that its meter has signed */
            attestedBy: string | null;
            /** @description End of its last interval */
            end: number;
            fillsGap: boolean;
            hash: string;
            intervals: number;
            intervalSec: number;
            owner: string;
            registers: {
                /** @description Half-open ranges of intervals whose values are estimates */
                estimated: number[][];
                /** @enum {string} */
                register: "import" | "export" | "reactiveImport" | "reactiveExport" | "generation" | "charge" | "discharge" | "stateOfCharge";
                /** @description One for each interval, in the register's unit */
                values: number[];
            }[];
            sequence: number;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            start: number;
            subject: {
                id: string;
                /** @enum {string} */
                kind: "point" | "device";
            };
            transactionId: string;
        };
        RebuildReadModelAnswer: {
            toBlock: number;
        };
        RegisterAccountsAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        RegisterAccountsCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: components["schemas"]["Verdicts"] | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: components["schemas"]["Verdicts"];
        };
        RegisterAccountsLine: {
            enrolmentId: string;
            /** @enum {string} */
            kind: "prosumer" | "consumer" | "storage" | "microgrid" | "region" | "utility" | "thirdParty";
        };
        RegisterAccountsRequest: {
            accounts: components["schemas"]["RegisterAccountsLine"][];
        };
        RegisterAccountsVerdict: {
            /** @description A block from which on the ledger holds it */
            blockNumber?: number;
            code?: string;
            detail?: string;
            id?: string;
            /** @description Number of the line in the request, from 1 */
            line: number;
            /** @enum {string} */
            verdict: "done" | "exists" | "refused";
        };
        RegisterMembersAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        RegisterMembersCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: components["schemas"]["Verdicts"] | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: components["schemas"]["Verdicts"];
        };
        RegisterMembersLine: {
            /** @enum {string} */
            kind: "prosumer" | "consumer" | "storage" | "microgrid" | "region" | "utility" | "thirdParty";
        };
        RegisterMembersRequest: {
            /**
             * @description Who keeps the keys: the gateway, or each member alone, who has its own one certified afterwards
             * @default custodial
             * @enum {string}
             */
            keys?: "custodial" | "own";
            members: components["schemas"]["RegisterMembersLine"][];
        };
        ReinstateAccountAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        ReinstateAccountCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: components["schemas"]["Account"] | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: components["schemas"]["Account"];
        };
        ReinstateConnectionPointsAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        ReinstateConnectionPointsCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: components["schemas"]["Verdicts"] | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: components["schemas"]["Verdicts"];
        };
        ReinstateDevicesAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        ReinstateDevicesCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: components["schemas"]["Verdicts"] | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: components["schemas"]["Verdicts"];
        };
        ReinstateOrganisationAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        ReinstateOrganisationCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: components["schemas"]["Organisation"] | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: components["schemas"]["Organisation"];
        };
        RejectConnectionPointsAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        RejectConnectionPointsCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: components["schemas"]["Verdicts"] | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: components["schemas"]["Verdicts"];
        };
        RejectDevicesAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        RejectDevicesCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: components["schemas"]["Verdicts"] | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: components["schemas"]["Verdicts"];
        };
        RejectProposalAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        RejectProposalCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: {
                id: string;
            } | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: {
                id: string;
            };
        };
        RejectProposalRequest: {
            reason: string;
        };
        ReleaseHoldAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        ReleaseHoldCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: {
                id: string;
            } | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: {
                id: string;
            };
        };
        RetireAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        RetireCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: {
                id: string;
            } | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: {
                id: string;
            };
        };
        RetireConnectionPointsAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        RetireConnectionPointsCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: components["schemas"]["Verdicts"] | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: components["schemas"]["Verdicts"];
        };
        RetireDevicesAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        RetireDevicesCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: components["schemas"]["Verdicts"] | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: components["schemas"]["Verdicts"];
        };
        Retirement: {
            /** @description Seconds since 1970-01-01T00:00:00Z */
            at: number;
            beneficiary?: {
                account: string;
                /** @constant */
                kind: "account";
            } | {
                hash: string;
                /** @constant */
                kind: "commitment";
            };
            commandHash: string;
            /** @description Energy in Wh */
            energyWh: number;
            id: string;
            owner: string;
            period: components["schemas"]["Period"];
            pieces: components["schemas"]["Piece"][];
            purpose: string;
            scheme: components["schemas"]["SchemeRef"];
            /** @description Whole certificates of the scheme */
            units: number;
            /** @constant */
            v: 1;
        };
        RetireRequest: {
            beneficiary?: {
                account: string;
                /** @constant */
                kind: "account";
            } | {
                hash: string;
                /** @constant */
                kind: "commitment";
            };
            period: components["schemas"]["Period"];
            purpose: string;
            scheme: components["schemas"]["SchemeRef"];
            /** @description Whole certificates of the scheme */
            units: number;
        } | {
            beneficiary?: {
                account: string;
                /** @constant */
                kind: "account";
            } | {
                hash: string;
                /** @constant */
                kind: "commitment";
            };
            period: components["schemas"]["Period"];
            pieces: components["schemas"]["Piece"][];
            purpose: string;
            scheme: components["schemas"]["SchemeRef"];
        };
        RevokeApiKeyAnswer: {
            /** @description Whom it acts for: an account, or `<MSP id>/<kind>.<id>` for a meter */
            account: string;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Account that made it */
            createdBy: string;
            expiresAt: number | null;
            id: string;
            /** @description To the minute */
            lastUsedAt: number | null;
            meter: {
                id: string;
                /** @enum {string} */
                kind: "point" | "device";
            } | null;
            name: string;
            revokedAt: number | null;
            scopes: ("readings:write" | "read" | "trade")[];
            /** @enum {string} */
            status: "active" | "revoked" | "expired";
        };
        RotateAccountKeyAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        RotateAccountKeyCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: components["schemas"]["Account"] | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: components["schemas"]["Account"];
        };
        RotateAccountKeyRequest: {
            keyHash: string;
        };
        Scheme: {
            aliases: string[];
            beneficiaryRequired: boolean;
            emissionFactors: {
                biogas?: number;
                biomass?: number;
                geothermal?: number;
                hydro?: number;
                marine?: number;
                solar?: number;
                storage?: number;
                wind?: number;
            };
            expirySec: number | null;
            id: string;
            issuingBody: string;
            name: string;
            regions: string[];
            reportingWindowSec: number;
            retirementPurposes: string[];
            sources: ("solar" | "wind" | "hydro" | "biogas" | "biomass" | "geothermal" | "marine" | "storage")[];
            unitWh: number;
            /** @constant */
            v: 1;
            version: number;
        };
        SchemeRef: {
            id: string;
            version: number;
        };
        Segment: {
            device: string;
            from: {
                index: number;
                sequence: number;
            };
            hash: string;
            period: components["schemas"]["Period"];
            provisional: boolean;
            to: {
                index: number;
                sequence: number;
            };
            /** @description Energy in Wh */
            wh: number;
        };
        SignedStatement: {
            /** @description What the peers were asked; SHA-256 of the three is in what they signed */
            call: {
                /** Format: base64 */
                channelHeader: string;
                /**
                 * Format: base64
                 * @description ChaincodeProposalPayload
                 */
                payload: string;
                /** Format: base64 */
                signatureHeader: string;
            };
            channel: string;
            endorsements: {
                /** @description The peer's certificate, PEM */
                certificate: string;
                /**
                 * Format: base64
                 * @description SerializedIdentity as signed
                 */
                endorser: string;
                mspId: string;
                /**
                 * Format: base64
                 * @description ECDSA in DER over SHA-256 of payload and endorser
                 */
                signature: string;
            }[];
            id: string;
            /**
             * Format: base64
             * @description ProposalResponsePayload that the peers signed; it holds the answer
             */
            payload: string;
            value: unknown;
        };
        SignOperationAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        SignOperationCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: unknown | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: unknown;
        };
        SignOperationRequest: {
            /**
             * Format: uuid
             * @description Id of the signature request
             */
            request: string;
            /**
             * Format: base64
             * @description ECDSA over SHA-256 of the bytes, DER, with the lower S
             */
            signature: string;
        };
        SignQuestionAnswer: components["schemas"]["SignedStatement"] | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: unknown;
        };
        SignQuestionRequest: {
            /**
             * Format: base64
             * @description ECDSA over SHA-256 of the bytes, DER, with the lower S
             */
            signature: string;
        };
        StreamEventsAnswer: {
            /** @description Time of the transaction */
            at: number;
            /** @description `<block>.<transaction>.<change>` */
            id: string;
            method: string | null;
            /** @description Id of the record that is new or has changed; of a coin also: that was spent */
            record: string;
            transactionId: string;
            /** @enum {string} */
            type: "organisation" | "account" | "point" | "device" | "block" | "scheme" | "proposal" | "issuance" | "cursor" | "batch" | "holding" | "transfer" | "retirement" | "coin" | "payment" | "hold" | "offer" | "bid" | "trade";
        };
        SubmitConnectionPointsAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        SubmitConnectionPointsCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: components["schemas"]["Verdicts"] | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: components["schemas"]["Verdicts"];
        };
        SubmitConnectionPointsLine: {
            bus: number;
            evidenceHash?: string;
            /** @description Power in W */
            exportLimitW: number;
            feeder: string;
            id: string;
            /** @description Power in W */
            importLimitW: number;
            meter: {
                attestedBy?: string;
                publicKey: string;
                serial: string;
            };
            owner: string;
            possession: string;
        };
        SubmitConnectionPointsRequest: {
            points: components["schemas"]["SubmitConnectionPointsLine"][];
        };
        SubmitDevicesAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        SubmitDevicesCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: components["schemas"]["Verdicts"] | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: components["schemas"]["Verdicts"];
        };
        SubmitDevicesLine: {
            /** @description Power in W */
            capacityW: number;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            commissionedAt: number;
            evidenceHash?: string;
            id: string;
            meter: {
                attestedBy?: string;
                publicKey: string;
                serial: string;
            } | null;
            owner: string;
            point: string;
            possession: string | null;
            region: string;
            /** @enum {string} */
            source: "solar" | "wind" | "hydro" | "biogas" | "biomass" | "geothermal" | "marine" | "storage";
            storage?: {
                /** @description Energy in Wh */
                capacityWh: number;
                efficiencyPpm: number;
            };
            /** @enum {string} */
            supportStatus: "none" | "investment" | "production" | "both";
            technology: string;
        };
        SubmitDevicesRequest: {
            devices: components["schemas"]["SubmitDevicesLine"][];
        };
        SuspendAccountAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        SuspendAccountCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: components["schemas"]["Account"] | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: components["schemas"]["Account"];
        };
        SuspendAccountRequest: {
            reason: string;
        };
        SuspendConnectionPointsAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        SuspendConnectionPointsCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: components["schemas"]["Verdicts"] | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: components["schemas"]["Verdicts"];
        };
        SuspendDevicesAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        SuspendDevicesCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: components["schemas"]["Verdicts"] | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: components["schemas"]["Verdicts"];
        };
        SuspendOrganisationAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        SuspendOrganisationCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: components["schemas"]["Organisation"] | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: components["schemas"]["Organisation"];
        };
        SuspendOrganisationRequest: {
            reason: string;
        };
        SuspendWebhookAnswer: {
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Everything up to this event has been delivered, or was none for it */
            cursor: string;
            /** @description Deliveries that failed since the last one that did not */
            failures: number;
            id: string;
            /** @description Why it is suspended: `OWNER`; `UNREACHABLE` for a day; or the code that its account is refused with */
            reason: string | null;
            /** @enum {string} */
            status: "active" | "suspended";
            /** @description Types of records; null for all */
            types: ("organisation" | "account" | "point" | "device" | "block" | "scheme" | "proposal" | "issuance" | "cursor" | "batch" | "holding" | "transfer" | "retirement" | "coin" | "payment" | "hold" | "offer" | "bid" | "trade")[] | null;
            url: string;
        };
        Trade: {
            amount: components["schemas"]["Money"];
            /** @description Seconds since 1970-01-01T00:00:00Z */
            at: number;
            bid?: string;
            buyer: string;
            commandHash: string;
            id: string;
            offer: string;
            pieces: components["schemas"]["Piece"][];
            /** @description Price in millionths of the currency per kWh */
            price: number;
            scheme: components["schemas"]["SchemeRef"];
            seller: string;
            /** @description Whole certificates of the scheme */
            units: number;
            /** @constant */
            v: 1;
        };
        Transfer: {
            /** @description Seconds since 1970-01-01T00:00:00Z */
            at: number;
            commandHash: string;
            from: string;
            id: string;
            pieces: components["schemas"]["Piece"][];
            to: string;
            /** @description Whole certificates of the scheme */
            units: number;
            /** @constant */
            v: 1;
        };
        TransferAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        TransferCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: {
                id: string;
            } | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: {
                id: string;
            };
        };
        TransferRequest: {
            scheme: components["schemas"]["SchemeRef"];
            to: string;
            /** @description Whole certificates of the scheme */
            units: number;
        } | {
            pieces: components["schemas"]["Piece"][];
            scheme: components["schemas"]["SchemeRef"];
            to: string;
        };
        Verdicts: {
            verdicts: {
                code?: string;
                detail?: string;
                id: string;
                /** @enum {string} */
                verdict: "done" | "exists" | "refused";
            }[];
        };
        WithdrawBidAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        WithdrawBidCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: {
                id: string;
            } | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: {
                id: string;
            };
        };
        WithdrawOfferAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        WithdrawOfferCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: {
                id: string;
            } | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: {
                id: string;
            };
        };
        WithdrawProposalAnswer: components["schemas"]["Operation"] | components["schemas"]["Question"];
        WithdrawProposalCommitted: {
            /** @description Who sent it */
            account: string;
            /** @description Once committed: a block from which on the ledger holds the result */
            blockNumber: number | null;
            /** @description Seconds since 1970-01-01T00:00:00Z */
            createdAt: number;
            /** @description Once failed */
            error: {
                code: string;
                detail: string;
            } | null;
            finishedAt: number | null;
            id: string;
            idempotencyKey: string;
            /** @description `<contract>:<transaction>` of the chaincode */
            method: string;
            /** @description Once committed. `exists`: the same command had been done before, and nothing changed now */
            outcome: ("done" | "exists") | null;
            result: {
                id: string;
            } | null;
            /** @description What the operation of one who keeps its key waits to be signed */
            signatureRequest: {
                /**
                 * Format: base64
                 * @description Proposal or Payload of Fabric, to be signed as it is
                 */
                bytes: string;
                id: string;
                /** @enum {string} */
                kind: "proposal" | "transaction";
            } | null;
            /**
             * @description `failed`: nothing was written
             * @enum {string}
             */
            status: "pending" | "committed" | "failed";
            /** @description Every transaction tried; only the last one can be valid */
            transactionIds: string[];
        } | {
            /** @description Records as they would be afterwards, and coins that would be spent */
            changes: components["schemas"]["Change"][];
            /**
             * @description `exists`: the same command was done before
             * @enum {string}
             */
            outcome: "done" | "exists";
            result: {
                id: string;
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listAccounts: {
        parameters: {
            query?: {
                /** @description Cursor `next` of the page before */
                after?: string;
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "id" | "kind" | "status" | "keyHash" | "reason" | "suspendedBy")[];
                kind?: ("prosumer" | "consumer" | "storage" | "microgrid" | "region" | "utility" | "thirdParty" | "officer")[];
                /** @description Most items of a page; CSV has them all */
                limit?: number;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                organisation?: string;
                /** @description Field to sort by, descending with `-`; `position` is the first appearance on the ledger. Newest first by default */
                sort?: "position" | "-position";
                status?: "active" | "suspended";
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListAccountsAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `CURSOR_INVALID`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    registerAccounts: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterAccountsRequest"];
                "application/x-ndjson": components["schemas"]["RegisterAccountsLine"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterAccountsCommitted"];
                    "application/x-ndjson": components["schemas"]["RegisterAccountsVerdict"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterAccountsAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccount: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "id" | "kind" | "status" | "keyHash" | "reason" | "suspendedBy")[];
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path: {
                enrolmentId: string;
                organisation: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetAccountAnswer"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reinstateAccount: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                enrolmentId: string;
                organisation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspendAccountRequest"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReinstateAccountCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReinstateAccountAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT`, `STATE_CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suspendAccount: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                enrolmentId: string;
                organisation: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspendAccountRequest"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspendAccountCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspendAccountAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT`, `STATE_CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    activateAccount: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivateAccountCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivateAccountAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                /** @description Cursor `next` of the page before */
                after?: string;
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("id" | "name" | "account" | "meter" | "meter.kind" | "meter.id" | "scopes" | "status" | "createdBy" | "createdAt" | "expiresAt" | "revokedAt" | "lastUsedAt")[];
                /** @description Most items of a page; CSV has them all */
                limit?: number;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Field to sort by, descending with `-` */
                sort?: "createdAt" | "-createdAt";
                status?: "active" | "revoked" | "expired";
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListApiKeysAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `CURSOR_INVALID`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: {
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiKeyRequest"];
            };
        };
        responses: {
            /** @description What is known of the key, and the key itself */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateApiKeyAnswer"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT`, `EXPIRY_PASSED`, `STATE_CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApiKey: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("id" | "name" | "account" | "meter" | "meter.kind" | "meter.id" | "scopes" | "status" | "createdBy" | "createdAt" | "expiresAt" | "revokedAt" | "lastUsedAt")[];
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetApiKeyAnswer"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: {
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description The API key */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevokeApiKeyAnswer"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBalances: {
        parameters: {
            query?: {
                /** @description Cursor `next` of the page before */
                after?: string;
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("account" | "free" | "held" | "coins")[];
                /** @description Most items of a page; CSV has them all */
                limit?: number;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                organisation?: string;
                owner?: string;
                /** @description Field to sort by, descending with `-` */
                sort?: "account" | "-account";
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListBalancesAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `CURSOR_INVALID`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBatches: {
        parameters: {
            query?: {
                /** @description Cursor `next` of the page before */
                after?: string;
                device?: string;
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "id" | "issuance" | "scheme" | "scheme.id" | "scheme.version" | "unitWh" | "units" | "segments" | "segments.device" | "segments.from" | "segments.from.sequence" | "segments.from.index" | "segments.to" | "segments.to.sequence" | "segments.to.index" | "segments.wh" | "segments.provisional" | "segments.period" | "segments.period.start" | "segments.period.end" | "segments.hash" | "source" | "technology" | "commissionedAt" | "supportStatus" | "region" | "emissionFactor" | "issuingBody" | "period" | "period.start" | "period.end" | "vintage" | "expiresAt" | "provisional" | "owner")[];
                issuance?: string;
                /** @description Most items of a page; CSV has them all */
                limit?: number;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                organisation?: string;
                owner?: string;
                /** @description `<id>/<version>` */
                scheme?: string;
                /** @description Field to sort by, descending with `-`; `position` is the first appearance on the ledger. Newest first by default */
                sort?: "position" | "-position" | "vintage" | "-vintage";
                vintage?: string;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListBatchesAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `CURSOR_INVALID`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBatch: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "id" | "issuance" | "scheme" | "scheme.id" | "scheme.version" | "unitWh" | "units" | "segments" | "segments.device" | "segments.from" | "segments.from.sequence" | "segments.from.index" | "segments.to" | "segments.to.sequence" | "segments.to.index" | "segments.wh" | "segments.provisional" | "segments.period" | "segments.period.start" | "segments.period.end" | "segments.hash" | "source" | "technology" | "commissionedAt" | "supportStatus" | "region" | "emissionFactor" | "issuingBody" | "period" | "period.start" | "period.end" | "vintage" | "expiresAt" | "provisional" | "owner")[];
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetBatchAnswer"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBids: {
        parameters: {
            query?: {
                /** @description Cursor `next` of the page before */
                after?: string;
                buyer?: string;
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "id" | "offer" | "buyer" | "units" | "price" | "amount" | "expiresAt" | "status" | "at" | "commandHash")[];
                /** @description Most items of a page; CSV has them all */
                limit?: number;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                offer?: string;
                /** @description Of the offer */
                seller?: string;
                /** @description Field to sort by, descending with `-`; `position` is the first appearance on the ledger. Newest first by default */
                sort?: "position" | "-position" | "price" | "-price" | "expiresAt" | "-expiresAt";
                status?: ("open" | "accepted" | "withdrawn" | "expired")[];
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListBidsAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `CURSOR_INVALID`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBid: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "id" | "offer" | "buyer" | "units" | "price" | "amount" | "expiresAt" | "status" | "at" | "commandHash")[];
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetBidAnswer"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptBid: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptBidCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptBidAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`, `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BID_CLOSED`, `EXISTS_WITH_DIFFERENT_CONTENT`, `EXPIRY_PASSED`, `OFFER_CHANGED`, `OFFER_CLOSED` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawBid: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithdrawBidCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithdrawBidAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`, `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BID_CLOSED`, `EXISTS_WITH_DIFFERENT_CONTENT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCertificateBalances: {
        parameters: {
            query?: {
                /** @description Cursor `next` of the page before */
                after?: string;
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("account" | "scheme" | "scheme.id" | "scheme.version" | "unitWh" | "free" | "offered" | "retired")[];
                /** @description Most items of a page; CSV has them all */
                limit?: number;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                organisation?: string;
                owner?: string;
                /** @description `<id>/<version>` */
                scheme?: string;
                /** @description Field to sort by, descending with `-` */
                sort?: "account" | "-account";
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListCertificateBalancesAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `CURSOR_INVALID`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergeCoins: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["MergeCoinsRequest"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeCoinsCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeCoinsAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT`, `STATE_CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCoins: {
        parameters: {
            query?: {
                /** @description Cursor `next` of the page before */
                after?: string;
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "id" | "owner" | "amount" | "state" | "state.kind" | "state.by" | "state.id")[];
                /** @description Most items of a page; CSV has them all */
                limit?: number;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                organisation?: string;
                owner?: string;
                /** @description Field to sort by, descending with `-`; `position` is the first appearance on the ledger. Newest first by default */
                sort?: "position" | "-position" | "amount" | "-amount";
                state?: "free" | "held";
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListCoinsAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `CURSOR_INVALID`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCollectorMeter: {
        parameters: {
            query: {
                /** @description Account of the collector */
                attestedBy: string;
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("meter" | "meter.serial" | "meter.publicKey" | "meter.attestedBy" | "possession")[];
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
                kind: "point" | "device";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetCollectorMeterAnswer"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConnectionPoints: {
        parameters: {
            query?: {
                /** @description Cursor `next` of the page before */
                after?: string;
                feeder?: string;
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "id" | "owner" | "feeder" | "bus" | "importLimitW" | "exportLimitW" | "meter" | "meter.serial" | "meter.publicKey" | "meter.attestedBy" | "devices" | "unmeteredW" | "status" | "submittedBy" | "confirmedBy" | "approvedBy" | "suspendedBy" | "reason" | "evidenceHash" | "commandHash")[];
                /** @description Most items of a page; CSV has them all */
                limit?: number;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                organisation?: string;
                owner?: string;
                /** @description Field to sort by, descending with `-`; `position` is the first appearance on the ledger. Newest first by default */
                sort?: "position" | "-position";
                status?: ("submitted" | "confirmed" | "approved" | "suspended" | "rejected" | "retired")[];
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListConnectionPointsAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `CURSOR_INVALID`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitConnectionPoints: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitConnectionPointsRequest"];
                "application/x-ndjson": components["schemas"]["SubmitConnectionPointsLine"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmitConnectionPointsCommitted"];
                    "application/x-ndjson": components["schemas"]["RegisterAccountsVerdict"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmitConnectionPointsAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConnectionPoint: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "id" | "owner" | "feeder" | "bus" | "importLimitW" | "exportLimitW" | "meter" | "meter.serial" | "meter.publicKey" | "meter.attestedBy" | "devices" | "unmeteredW" | "status" | "submittedBy" | "confirmedBy" | "approvedBy" | "suspendedBy" | "reason" | "evidenceHash" | "commandHash")[];
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetConnectionPointAnswer"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConnectionPointHead: {
        parameters: {
            query?: {
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The head */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Head"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveConnectionPoints: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Ids"];
                "application/x-ndjson": components["schemas"]["ConfirmConnectionPointsLine"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApproveConnectionPointsCommitted"];
                    "application/x-ndjson": components["schemas"]["RegisterAccountsVerdict"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApproveConnectionPointsAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmConnectionPoints: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Ids"];
                "application/x-ndjson": components["schemas"]["ConfirmConnectionPointsLine"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmConnectionPointsCommitted"];
                    "application/x-ndjson": components["schemas"]["RegisterAccountsVerdict"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmConnectionPointsAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reinstateConnectionPoints: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdsWithReason"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReinstateConnectionPointsCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReinstateConnectionPointsAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rejectConnectionPoints: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdsWithReason"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RejectConnectionPointsCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RejectConnectionPointsAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retireConnectionPoints: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdsWithReason"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetireConnectionPointsCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetireConnectionPointsAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suspendConnectionPoints: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdsWithReason"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspendConnectionPointsCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspendConnectionPointsAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDevices: {
        parameters: {
            query?: {
                /** @description Cursor `next` of the page before */
                after?: string;
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "id" | "owner" | "point" | "source" | "technology" | "capacityW" | "storage" | "storage.capacityWh" | "storage.efficiencyPpm" | "commissionedAt" | "supportStatus" | "region" | "meter" | "meter.serial" | "meter.publicKey" | "meter.attestedBy" | "status" | "submittedBy" | "confirmedBy" | "approvedBy" | "suspendedBy" | "reason" | "evidenceHash" | "commandHash")[];
                /** @description Most items of a page; CSV has them all */
                limit?: number;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                organisation?: string;
                owner?: string;
                point?: string;
                region?: string;
                /** @description Field to sort by, descending with `-`; `position` is the first appearance on the ledger. Newest first by default */
                sort?: "position" | "-position";
                source?: ("solar" | "wind" | "hydro" | "biogas" | "biomass" | "geothermal" | "marine" | "storage")[];
                status?: ("submitted" | "confirmed" | "approved" | "suspended" | "rejected" | "retired")[];
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListDevicesAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `CURSOR_INVALID`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    submitDevices: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitDevicesRequest"];
                "application/x-ndjson": components["schemas"]["SubmitDevicesLine"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmitDevicesCommitted"];
                    "application/x-ndjson": components["schemas"]["RegisterAccountsVerdict"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SubmitDevicesAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDevice: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "id" | "owner" | "point" | "source" | "technology" | "capacityW" | "storage" | "storage.capacityWh" | "storage.efficiencyPpm" | "commissionedAt" | "supportStatus" | "region" | "meter" | "meter.serial" | "meter.publicKey" | "meter.attestedBy" | "status" | "submittedBy" | "confirmedBy" | "approvedBy" | "suspendedBy" | "reason" | "evidenceHash" | "commandHash")[];
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetDeviceAnswer"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDeviceCursor: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "device" | "sequence" | "index" | "scheme" | "scheme.id" | "scheme.version" | "carry" | "carry.device" | "carry.from" | "carry.from.sequence" | "carry.from.index" | "carry.to" | "carry.to.sequence" | "carry.to.index" | "carry.wh" | "carry.provisional" | "carry.period" | "carry.period.start" | "carry.period.end" | "carry.hash")[];
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetDeviceCursorAnswer"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getDeviceHead: {
        parameters: {
            query?: {
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The head */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Head"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveDevices: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Ids"];
                "application/x-ndjson": components["schemas"]["ConfirmConnectionPointsLine"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApproveDevicesCommitted"];
                    "application/x-ndjson": components["schemas"]["RegisterAccountsVerdict"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApproveDevicesAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmDevices: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Ids"];
                "application/x-ndjson": components["schemas"]["ConfirmConnectionPointsLine"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmDevicesCommitted"];
                    "application/x-ndjson": components["schemas"]["RegisterAccountsVerdict"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmDevicesAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reinstateDevices: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdsWithReason"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReinstateDevicesCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReinstateDevicesAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rejectDevices: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdsWithReason"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RejectDevicesCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RejectDevicesAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retireDevices: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdsWithReason"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetireDevicesCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetireDevicesAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suspendDevices: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdsWithReason"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspendDevicesCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspendDevicesAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamEvents: {
        parameters: {
            query?: {
                /** @description Id of the last event seen, for clients that cannot send `Last-Event-ID`, which goes before it; `0.0.0` begins with the ledger. Without either: what happens from now on */
                after?: string;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Only changes of records of these types */
                type?: ("organisation" | "account" | "point" | "device" | "block" | "scheme" | "proposal" | "issuance" | "cursor" | "batch" | "holding" | "transfer" | "retirement" | "coin" | "payment" | "hold" | "offer" | "bid" | "trade")[];
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Id of the last event seen */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": {
                        data?: string;
                        id: string;
                    };
                };
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHoldings: {
        parameters: {
            query?: {
                /** @description Cursor `next` of the page before */
                after?: string;
                batch?: string;
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "batch" | "start" | "end" | "owner" | "scheme" | "scheme.id" | "scheme.version" | "unitWh" | "vintage" | "expiresAt" | "provisional" | "state" | "state.kind" | "state.offer" | "state.retirement")[];
                /** @description Most items of a page; CSV has them all */
                limit?: number;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                offer?: string;
                organisation?: string;
                owner?: string;
                retirement?: string;
                /** @description `<id>/<version>` */
                scheme?: string;
                /** @description Field to sort by, descending with `-`; `position` is the first appearance on the ledger. Newest first by default */
                sort?: "position" | "-position" | "vintage" | "-vintage";
                state?: ("free" | "offered" | "retired")[];
                vintage?: string;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListHoldingsAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `CURSOR_INVALID`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHolding: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "batch" | "start" | "end" | "owner" | "scheme" | "scheme.id" | "scheme.version" | "unitWh" | "vintage" | "expiresAt" | "provisional" | "state" | "state.kind" | "state.offer" | "state.retirement")[];
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path: {
                batch: string;
                /** @description Position of a unit in its batch, from 0 */
                start: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetHoldingAnswer"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listHolds: {
        parameters: {
            query?: {
                /** @description Cursor `next` of the page before */
                after?: string;
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "id" | "payer" | "payee" | "amount" | "expiresAt" | "status" | "captured" | "reference" | "at" | "commandHash")[];
                /** @description Most items of a page; CSV has them all */
                limit?: number;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Payer or payee */
                party?: string;
                payee?: string;
                payer?: string;
                /** @description Field to sort by, descending with `-`; `position` is the first appearance on the ledger. Newest first by default */
                sort?: "position" | "-position";
                status?: ("open" | "captured" | "released")[];
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListHoldsAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `CURSOR_INVALID`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hold: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoldRequest"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `COIN_HELD`, `COIN_NOT_FOUND`, `EXISTS_WITH_DIFFERENT_CONTENT`, `EXPIRY_PASSED` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FUNDS_INSUFFICIENT` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHold: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "id" | "payer" | "payee" | "amount" | "expiresAt" | "status" | "captured" | "reference" | "at" | "commandHash")[];
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetHoldAnswer"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    captureHold: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaptureHoldRequest"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureHoldCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaptureHoldAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`, `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT`, `STATE_CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FUNDS_INSUFFICIENT` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    releaseHold: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleaseHoldCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleaseHoldAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`, `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT`, `EXPIRY_NOT_REACHED`, `STATE_CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIdentity: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("account" | "role" | "keys" | "certificate")[];
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path: {
                enrolmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetIdentityAnswer"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    certifyMember: {
        parameters: {
            query?: {
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                enrolmentId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CertifyMemberRequest"];
            };
        };
        responses: {
            /** @description The identity, with its new certificate */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertifyMemberAnswer"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `KEY_CUSTODY_CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issueAll: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueAllRequest"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the operations, all of them committed or failed. With `?dryRun=true`: what each would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueAllCommitted"];
                };
            };
            /** @description The operations */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueAllAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`, `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CURSOR_MOVED`, `EXISTS_WITH_DIFFERENT_CONTENT`, `READINGS_MISSING`, `STATE_CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `REPORTING_WINDOW_MISSED`, `SCHEME_INELIGIBLE` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIssuances: {
        parameters: {
            query?: {
                /** @description Cursor `next` of the page before */
                after?: string;
                device?: string[];
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "id" | "device" | "owner" | "scheme" | "scheme.id" | "scheme.version" | "from" | "from.sequence" | "from.index" | "to" | "to.sequence" | "to.index" | "energyWh" | "units" | "carriedWh" | "batches" | "at" | "commandHash")[];
                /** @description Most items of a page; CSV has them all */
                limit?: number;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                organisation?: string;
                owner?: string;
                /** @description `<id>/<version>` */
                scheme?: string;
                /** @description Field to sort by, descending with `-`; `position` is the first appearance on the ledger. Newest first by default */
                sort?: "position" | "-position";
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListIssuancesAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `CURSOR_INVALID`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issue: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueRequest"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`, `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CURSOR_MOVED`, `EXISTS_WITH_DIFFERENT_CONTENT`, `READINGS_MISSING`, `STATE_CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `REPORTING_WINDOW_MISSED`, `SCHEME_INELIGIBLE` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIssuance: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "id" | "device" | "owner" | "scheme" | "scheme.id" | "scheme.version" | "from" | "from.sequence" | "from.index" | "to" | "to.sequence" | "to.index" | "energyWh" | "units" | "carriedWh" | "batches" | "at" | "commandHash")[];
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetIssuanceAnswer"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateAccountKey: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateAccountKeyRequest"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotateAccountKeyCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotateAccountKeyAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    registerMembers: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterMembersRequest"];
                "application/x-ndjson": components["schemas"]["RegisterMembersLine"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterMembersCommitted"];
                    "application/x-ndjson": components["schemas"]["RegisterAccountsVerdict"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterMembersAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOffers: {
        parameters: {
            query?: {
                /** @description Cursor `next` of the page before */
                after?: string;
                /** @description Seconds since 1970-01-01T00:00:00Z */
                expiresUntil?: number;
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "id" | "seller" | "scheme" | "scheme.id" | "scheme.version" | "unitWh" | "pieces" | "pieces.batch" | "pieces.start" | "pieces.units" | "offeredUnits" | "price" | "expiresAt" | "status" | "at" | "commandHash")[];
                /** @description Most items of a page; CSV has them all */
                limit?: number;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description `<id>/<version>` */
                scheme?: string;
                seller?: string;
                /** @description Field to sort by, descending with `-`; `position` is the first appearance on the ledger. Newest first by default */
                sort?: "position" | "-position" | "price" | "-price" | "expiresAt" | "-expiresAt";
                status?: ("open" | "filled" | "withdrawn" | "expired")[];
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListOffersAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `CURSOR_INVALID`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    offer: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OfferRequest"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `HOLDING_FOREIGN`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`, `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT`, `EXPIRY_PASSED`, `HOLDING_CHANGED` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CERTIFICATE_EXPIRED`, `SCHEME_MIXED` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOffer: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "id" | "seller" | "scheme" | "scheme.id" | "scheme.version" | "unitWh" | "pieces" | "pieces.batch" | "pieces.start" | "pieces.units" | "offeredUnits" | "price" | "expiresAt" | "status" | "at" | "commandHash")[];
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetOfferAnswer"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptOffer: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptOfferRequest"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptOfferCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptOfferAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `OWN_OFFER`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`, `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT`, `EXPIRY_PASSED`, `OFFER_CHANGED`, `OFFER_CLOSED` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FUNDS_INSUFFICIENT` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    bid: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BidRequest"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BidCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BidAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `OWN_OFFER`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`, `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT`, `EXPIRY_PASSED`, `OFFER_CHANGED`, `OFFER_CLOSED` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FUNDS_INSUFFICIENT` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawOffer: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithdrawOfferCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithdrawOfferAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`, `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT`, `OFFER_CLOSED` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOperation: {
        parameters: {
            query?: {
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The operation */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelOperation: {
        parameters: {
            query?: {
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description The operation is about to fail */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STATE_CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOperation: {
        parameters: {
            query?: {
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignOperationRequest"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignOperationCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignOperationAnswer"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `SIGNATURE_INVALID` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOrganisations: {
        parameters: {
            query?: {
                /** @description Cursor `next` of the page before */
                after?: string;
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("mspId" | "name" | "kind" | "status" | "reason")[];
                kind?: ("regulator" | "utility" | "community")[];
                /** @description Most items of a page; CSV has them all */
                limit?: number;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Field to sort by, descending with `-`; `position` is the first appearance on the ledger. Newest first by default */
                sort?: "position" | "-position";
                status?: "active" | "suspended";
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListOrganisationsAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `CURSOR_INVALID`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enterOrganisation: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterOrganisationRequest"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnterOrganisationCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnterOrganisationAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT`, `ORGANISATION_KIND_FIXED`, `STATE_CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrganisation: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("mspId" | "name" | "kind" | "status" | "reason")[];
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path: {
                mspId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetOrganisationAnswer"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reinstateOrganisation: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                mspId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspendOrganisationRequest"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReinstateOrganisationCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReinstateOrganisationAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`, `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT`, `ORGANISATION_KIND_FIXED`, `STATE_CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suspendOrganisation: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                mspId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspendOrganisationRequest"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspendOrganisationCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspendOrganisationAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`, `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT`, `ORGANISATION_KIND_FIXED`, `STATE_CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPayments: {
        parameters: {
            query?: {
                /** @description Cursor `next` of the page before */
                after?: string;
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "id" | "from" | "inputs" | "outputs" | "outputs.account" | "outputs.amount" | "reference" | "at" | "commandHash")[];
                from?: string;
                /** @description Most items of a page; CSV has them all */
                limit?: number;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Payer or receiver */
                party?: string;
                /** @description Field to sort by, descending with `-`; `position` is the first appearance on the ledger. Newest first by default */
                sort?: "position" | "-position";
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListPaymentsAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `CURSOR_INVALID`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pay: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PayRequest"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `COIN_HELD`, `COIN_NOT_FOUND`, `EXISTS_WITH_DIFFERENT_CONTENT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FUNDS_INSUFFICIENT` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPayment: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "id" | "from" | "inputs" | "outputs" | "outputs.account" | "outputs.amount" | "reference" | "at" | "commandHash")[];
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetPaymentAnswer"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProposals: {
        parameters: {
            query?: {
                /** @description Cursor `next` of the page before */
                after?: string;
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "id" | "subject" | "subject.kind" | "subject.account" | "subject.amount" | "subject.coins" | "subject.scheme" | "subject.scheme.id" | "subject.scheme.version" | "subject.scheme.name" | "subject.scheme.aliases" | "subject.scheme.unitWh" | "subject.scheme.sources" | "subject.scheme.regions" | "subject.scheme.expirySec" | "subject.scheme.reportingWindowSec" | "subject.scheme.retirementPurposes" | "subject.scheme.beneficiaryRequired" | "subject.scheme.issuingBody" | "subject.scheme.emissionFactors" | "subject.scheme.emissionFactors.solar" | "subject.scheme.emissionFactors.wind" | "subject.scheme.emissionFactors.hydro" | "subject.scheme.emissionFactors.biogas" | "subject.scheme.emissionFactors.biomass" | "subject.scheme.emissionFactors.geothermal" | "subject.scheme.emissionFactors.marine" | "subject.scheme.emissionFactors.storage" | "subject.keyHash" | "evidenceHash" | "note" | "proposedBy" | "decidedBy" | "status" | "at" | "decidedAt" | "reason" | "commandHash")[];
                kind?: "mint" | "burn" | "scheme" | "accountKey";
                /** @description Most items of a page; CSV has them all */
                limit?: number;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                proposedBy?: string;
                /** @description Field to sort by, descending with `-`; `position` is the first appearance on the ledger. Newest first by default */
                sort?: "position" | "-position";
                status?: ("open" | "confirmed" | "rejected" | "withdrawn")[];
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListProposalsAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `CURSOR_INVALID`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    propose: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeRequest"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposeCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposeAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `COIN_FOREIGN`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `COIN_HELD`, `COIN_NOT_FOUND`, `EXISTS_WITH_DIFFERENT_CONTENT`, `STATE_CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProposal: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "id" | "subject" | "subject.kind" | "subject.account" | "subject.amount" | "subject.coins" | "subject.scheme" | "subject.scheme.id" | "subject.scheme.version" | "subject.scheme.name" | "subject.scheme.aliases" | "subject.scheme.unitWh" | "subject.scheme.sources" | "subject.scheme.regions" | "subject.scheme.expirySec" | "subject.scheme.reportingWindowSec" | "subject.scheme.retirementPurposes" | "subject.scheme.beneficiaryRequired" | "subject.scheme.issuingBody" | "subject.scheme.emissionFactors" | "subject.scheme.emissionFactors.solar" | "subject.scheme.emissionFactors.wind" | "subject.scheme.emissionFactors.hydro" | "subject.scheme.emissionFactors.biogas" | "subject.scheme.emissionFactors.biomass" | "subject.scheme.emissionFactors.geothermal" | "subject.scheme.emissionFactors.marine" | "subject.scheme.emissionFactors.storage" | "subject.keyHash" | "evidenceHash" | "note" | "proposedBy" | "decidedBy" | "status" | "at" | "decidedAt" | "reason" | "commandHash")[];
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetProposalAnswer"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmProposal: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmProposalCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConfirmProposalAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SAME_ORGANISATION`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`, `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT`, `PROPOSAL_CLOSED`, `STATE_CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rejectProposal: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RejectProposalRequest"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RejectProposalCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RejectProposalAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SAME_ORGANISATION`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`, `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT`, `PROPOSAL_CLOSED` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdrawProposal: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithdrawProposalCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WithdrawProposalAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`, `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT`, `PROPOSAL_CLOSED` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signQuestion: {
        parameters: {
            query?: {
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignQuestionRequest"];
            };
        };
        responses: {
            /** @description What the peers answer */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignQuestionAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `COIN_FOREIGN`, `HOLDING_FOREIGN`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `OWN_OFFER`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SAME_ORGANISATION`, `SCOPE_MISSING`, `SUBJECT_FOREIGN` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`, `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BID_CLOSED`, `COIN_HELD`, `COIN_NOT_FOUND`, `CURSOR_MOVED`, `DEVICE_METERING_CONFLICT`, `EXISTS_WITH_DIFFERENT_CONTENT`, `EXPIRY_NOT_REACHED`, `EXPIRY_PASSED`, `HOLDING_CHANGED`, `METER_KEY_TAKEN`, `OFFER_CHANGED`, `OFFER_CLOSED`, `ORGANISATION_KIND_FIXED`, `PROPOSAL_CLOSED`, `READINGS_MISSING`, `STATE_CONFLICT`, `SUBJECT_NOT_APPROVED` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BENEFICIARY_REQUIRED`, `BLOCK_CHAIN_BROKEN`, `BLOCK_GAPS_TOO_MANY`, `BLOCK_GAP_UNDECLARED`, `BLOCK_GRID_WRONG`, `BLOCK_IMPLAUSIBLE`, `BLOCK_IN_FUTURE`, `BLOCK_MALFORMED`, `BLOCK_OVERLAP`, `BLOCK_REGISTER_WRONG`, `BLOCK_SEQUENCE_WRONG`, `BLOCK_SIGNATURE_INVALID`, `CERTIFICATE_EXPIRED`, `CERTIFICATE_PROVISIONAL`, `COINS_UNBALANCED`, `COLLECTOR_IS_OWNER`, `FUNDS_INSUFFICIENT`, `POSSESSION_NOT_PROVED`, `PURPOSE_UNKNOWN`, `REPORTING_WINDOW_MISSED`, `SCHEME_INELIGIBLE`, `SCHEME_MIXED`, `SIGNATURE_INVALID` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReadModel: {
        parameters: {
            query?: {
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rows and hashes of its tables */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetReadModelAnswer"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rebuildReadModel: {
        parameters: {
            query?: {
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description It has begun; `/readyz` tells when it is over */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuildReadModelAnswer"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReadings: {
        parameters: {
            query?: {
                /** @description Cursor `next` of the page before */
                after?: string;
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("subject" | "subject.kind" | "subject.id" | "sequence" | "hash" | "owner" | "start" | "end" | "intervalSec" | "intervals" | "fillsGap" | "attestedBy" | "arrivedAt" | "registers" | "registers.register" | "registers.values" | "registers.estimated" | "transactionId")[];
                /** @description Blocks that end after this time */
                from?: number;
                kind?: "point" | "device";
                /** @description Most items of a page; CSV has them all */
                limit?: number;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                organisation?: string;
                owner?: string;
                /** @description Field to sort by, descending with `-`; `position` is the first appearance on the ledger. Newest first by default */
                sort?: "position" | "-position" | "start" | "-start";
                /** @description Id of the connection point or device */
                subject?: string;
                /** @description Blocks that start before this time */
                until?: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListReadingsAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `CURSOR_INVALID`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deliverReadings: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeliverReadingsRequest"];
                "application/octet-stream": string;
                "application/x-ndjson": components["schemas"]["DeliverReadingsLine"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliverReadingsCommitted"];
                    "application/x-ndjson": components["schemas"]["DeliverReadingsVerdict"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliverReadingsAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReadingCompleteness: {
        parameters: {
            query: {
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("days" | "days.day" | "days.expected" | "days.measured" | "days.estimated" | "days.missingSec" | "days.attested")[];
                /** @description In the first day */
                from: number;
                kind: "point" | "device";
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Id of the connection point or device */
                subject: string;
                /** @description End of the last day, at most 62 days later */
                until: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetReadingCompletenessAnswer"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    importReadings: {
        parameters: {
            query?: {
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Of a Green Button document, which does not name it: `point/<id>` or `device/<id>` */
                subject?: string;
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/xml": string;
                "text/csv": string;
            };
        };
        responses: {
            /** @description A receipt for each block, one a line; those of rows that came together, together */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["ImportReadingsAnswer"];
                    "text/csv": string;
                };
            };
            /** @description `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRetirements: {
        parameters: {
            query?: {
                /** @description Cursor `next` of the page before */
                after?: string;
                beneficiary?: string;
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "id" | "owner" | "scheme" | "scheme.id" | "scheme.version" | "pieces" | "pieces.batch" | "pieces.start" | "pieces.units" | "units" | "energyWh" | "purpose" | "beneficiary" | "beneficiary.kind" | "beneficiary.account" | "beneficiary.hash" | "period" | "period.start" | "period.end" | "at" | "commandHash")[];
                /** @description Most items of a page; CSV has them all */
                limit?: number;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                organisation?: string;
                owner?: string;
                purpose?: string;
                /** @description `<id>/<version>` */
                scheme?: string;
                /** @description Field to sort by, descending with `-`; `position` is the first appearance on the ledger. Newest first by default */
                sort?: "position" | "-position";
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListRetirementsAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `CURSOR_INVALID`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retire: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetireRequest"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetireCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetireAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `HOLDING_FOREIGN`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND`, `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT`, `HOLDING_CHANGED` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BENEFICIARY_REQUIRED`, `CERTIFICATE_EXPIRED`, `CERTIFICATE_PROVISIONAL`, `PURPOSE_UNKNOWN`, `SCHEME_MIXED` */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRetirement: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "id" | "owner" | "scheme" | "scheme.id" | "scheme.version" | "pieces" | "pieces.batch" | "pieces.start" | "pieces.units" | "units" | "energyWh" | "purpose" | "beneficiary" | "beneficiary.kind" | "beneficiary.account" | "beneficiary.hash" | "period" | "period.start" | "period.end" | "at" | "commandHash")[];
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetRetirementAnswer"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSchemes: {
        parameters: {
            query?: {
                /** @description Cursor `next` of the page before */
                after?: string;
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("id" | "version" | "name" | "aliases" | "unitWh" | "sources" | "regions" | "expirySec" | "reportingWindowSec" | "retirementPurposes" | "beneficiaryRequired" | "issuingBody" | "emissionFactors" | "emissionFactors.solar" | "emissionFactors.wind" | "emissionFactors.hydro" | "emissionFactors.biogas" | "emissionFactors.biomass" | "emissionFactors.geothermal" | "emissionFactors.marine" | "emissionFactors.storage" | "v")[];
                id?: string;
                /** @description Most items of a page; CSV has them all */
                limit?: number;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Field to sort by, descending with `-`; `position` is the first appearance on the ledger. Newest first by default */
                sort?: "position" | "-position";
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListSchemesAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `CURSOR_INVALID`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getScheme: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("id" | "version" | "name" | "aliases" | "unitWh" | "sources" | "regions" | "expirySec" | "reportingWindowSec" | "retirementPurposes" | "beneficiaryRequired" | "issuingBody" | "emissionFactors" | "emissionFactors.solar" | "emissionFactors.wind" | "emissionFactors.hydro" | "emissionFactors.biogas" | "emissionFactors.biomass" | "emissionFactors.geothermal" | "emissionFactors.marine" | "emissionFactors.storage" | "v")[];
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetSchemeAnswer"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeStatement: {
        parameters: {
            query?: {
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MakeStatementRequest"];
            };
        };
        responses: {
            /** @description The statement */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedStatement"];
                };
            };
            /** @description The question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Question"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `COIN_FOREIGN`, `NOT_AUTHORISED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `COIN_NOT_FOUND`, `KEY_CUSTODY_CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStatement: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("channel" | "id" | "value" | "call" | "call.channelHeader" | "call.signatureHeader" | "call.payload" | "payload" | "endorsements" | "endorsements.mspId" | "endorsements.certificate" | "endorsements.endorser" | "endorsements.signature")[];
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetStatementAnswer"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `COMMAND_MALFORMED`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `COIN_FOREIGN`, `NOT_AUTHORISED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `COIN_NOT_FOUND`, `KEY_CUSTODY_CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mintTokens: {
        parameters: {
            query?: {
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MintTokensRequest"];
            };
        };
        responses: {
            /** @description The tokens */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MintTokensAnswer"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `NOT_AUTHORISED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTrades: {
        parameters: {
            query?: {
                /** @description Cursor `next` of the page before */
                after?: string;
                buyer?: string;
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "id" | "offer" | "bid" | "seller" | "buyer" | "scheme" | "scheme.id" | "scheme.version" | "pieces" | "pieces.batch" | "pieces.start" | "pieces.units" | "units" | "price" | "amount" | "at" | "commandHash")[];
                /** @description Most items of a page; CSV has them all */
                limit?: number;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                offer?: string;
                /** @description Seller or buyer */
                party?: string;
                /** @description `<id>/<version>` */
                scheme?: string;
                seller?: string;
                /** @description Field to sort by, descending with `-`; `position` is the first appearance on the ledger. Newest first by default */
                sort?: "position" | "-position";
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListTradesAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `CURSOR_INVALID`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTrade: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "id" | "offer" | "bid" | "seller" | "buyer" | "scheme" | "scheme.id" | "scheme.version" | "pieces" | "pieces.batch" | "pieces.start" | "pieces.units" | "units" | "price" | "amount" | "at" | "commandHash")[];
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetTradeAnswer"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTransactions: {
        parameters: {
            query?: {
                /** @description Cursor `next` of the page before */
                after?: string;
                blockNumber?: number;
                creator?: string;
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("id" | "blockNumber" | "index" | "at" | "method" | "creator" | "validationCode" | "ids")[];
                /** @description Most items of a page; CSV has them all */
                limit?: number;
                method?: string;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Field to sort by, descending with `-`; `position` is the first appearance on the ledger. Newest first by default */
                sort?: "position" | "-position";
                valid?: boolean;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListTransactionsAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `CURSOR_INVALID`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTransaction: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("id" | "blockNumber" | "index" | "at" | "method" | "creator" | "validationCode" | "ids")[];
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetTransactionAnswer"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTransfers: {
        parameters: {
            query?: {
                /** @description Cursor `next` of the page before */
                after?: string;
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "id" | "from" | "to" | "pieces" | "pieces.batch" | "pieces.start" | "pieces.units" | "units" | "at" | "commandHash")[];
                from?: string;
                /** @description Most items of a page; CSV has them all */
                limit?: number;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Giver or receiver */
                party?: string;
                /** @description Field to sort by, descending with `-`; `position` is the first appearance on the ledger. Newest first by default */
                sort?: "position" | "-position";
                to?: string;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListTransfersAnswer"];
                    "text/csv": string;
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `CURSOR_INVALID`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    transfer: {
        parameters: {
            query?: {
                /** @description Only tell what the command would do now: nothing is written, and no operation is kept */
                dryRun?: boolean;
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
                /** @description Answer when the command is committed or has failed, at most 60 s later */
                wait?: "commit";
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransferRequest"];
            };
        };
        responses: {
            /** @description With `?wait=commit`: the committed operation. With `?dryRun=true`: what it would do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferCommitted"];
                };
            };
            /** @description The operation; its `Location` tells what becomes of it. With `?dryRun=true`: the question that one who keeps the key has to sign first */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferAnswer"];
                };
            };
            /** @description `COMMAND_MALFORMED`, `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_KEY_MISMATCH`, `ACCOUNT_SUSPENDED`, `HOLDING_FOREIGN`, `NOT_AUTHORISED`, `ORGANISATION_SUSPENDED`, `ORGANISATION_UNKNOWN`, `ROLE_FOREIGN`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT`, `HOLDING_CHANGED` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE`, `COMMAND_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PENDING_LIMIT_REACHED`, `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTransfer: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("v" | "id" | "from" | "to" | "pieces" | "pieces.batch" | "pieces.start" | "pieces.units" | "units" | "at" | "commandHash")[];
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetTransferAnswer"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("items" | "items.id" | "items.url" | "items.types" | "items.status" | "items.reason" | "items.cursor" | "items.failures" | "items.createdAt")[];
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListWebhooksAnswer"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: {
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWebhookRequest"];
            };
        };
        responses: {
            /** @description The webhook and its secret */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateWebhookAnswer"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `EXISTS_WITH_DIFFERENT_CONTENT`, `STATE_CONFLICT` */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("id" | "url" | "types" | "status" | "reason" | "cursor" | "failures" | "createdAt")[];
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetWebhookAnswer"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description Only these fields of each item, for instance `id,scheme.version` */
                fields?: ("items" | "items.firstEvent" | "items.lastEvent" | "items.events" | "items.attempt" | "items.at" | "items.durationMs" | "items.status" | "items.error")[];
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header?: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description `ETag` of the answer that the client has */
                "If-None-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListWebhookDeliveriesAnswer"];
                };
            };
            /** @description The same as the client has: `If-None-Match` holds its `ETag` */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeWebhook: {
        parameters: {
            query?: {
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description The webhook */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspendWebhookAnswer"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeWebhook: {
        parameters: {
            query?: {
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description The webhook */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspendWebhookAnswer"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suspendWebhook: {
        parameters: {
            query?: {
                /** @description Wait until this gateway has read the ledger up to this block */
                "min-block"?: number;
            };
            header: {
                /** @description The same as `min-block` */
                "Commonwatt-Min-Block"?: number;
                /** @description Chosen by the client; sent again with the same request it does nothing twice */
                "Idempotency-Key": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Empty"];
            };
        };
        responses: {
            /** @description The webhook */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuspendWebhookAnswer"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_MISSING`, `REQUEST_MALFORMED` */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDENTITY_UNKNOWN`, `TOKEN_INVALID`, `TOKEN_MISSING` */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED`, `ROLE_MISSING`, `SCOPE_MISSING` */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CONTENT_TYPE_UNSUPPORTED` */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL`, `ISSUER_UNAVAILABLE`, `OVERLOADED`, `UNAVAILABLE` */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
