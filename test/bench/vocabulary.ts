/** The words of a made-up company's domain: its code and its guidance are written with the same ones. */
export const nouns: readonly string[] =
  `Account Address Adjustment Agreement Allocation Approval Audit Balance
  Batch Booking Budget Bundle Campaign Carrier Cart Catalog Category Channel Charge Checkout Claim Contract Coupon
  Credit Currency Customer Delivery Deposit Device Discount Dispatch Dispute Document Draft Employee Estimate Event
  Exchange Expense Export Feature Feedback Fulfillment Gateway Import Inbox Incident Inventory Invoice Item Journal
  Label Ledger License Listing Location Mandate Manifest Merchant Message Notification Offer Order Package Partner
  Payment Payout Permission Plan Policy Price Product Profile Promotion Quota Quote Rebate Receipt Refund Region
  Report Reservation Return Reward Route Schedule Session Settlement Shipment Statement Stock Subscription Supplier
  Tariff Tax Tenant Ticket Transfer Usage Vendor Voucher Wallet Warehouse Webhook`.split(/\s+/);

export const verbs: readonly string[] =
  `archive assign calculate cancel capture close collect confirm create decline
  delete dispatch expire export fetch find format import issue list load lock merge move notify open parse publish
  queue read reconcile refresh register release remove rename render reserve resolve restore retry revoke save
  schedule send settle split store submit suspend sync track transfer update upload validate verify void`.split(
    /\s+/,
  );

/** `Invoice` as `invoice`. */
export function lowered(noun: string): string {
  return noun.charAt(0).toLowerCase() + noun.slice(1);
}
