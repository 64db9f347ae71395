import type { Sayings } from './sayings.js';

/** What people say, and what clerks note of it, in English. `{about}` is the number of the order, contract or claim. */
export const saidInEnglish: Sayings = {
  'parcel-late': {
    said: [
      'My order {about} was promised for days ago and it is still not here.',
      'I took a day off to wait for order {about} and nobody came.',
      'Tracking for {about} has said "on its way" for a week now.',
    ],
    noted: [
      'cust asks where parcel {about} is, promised date passed',
      'WISMO {about}. carrier shows no scan. told to wait',
    ],
  },
  'refund-missing': {
    said: [
      'I gave {about} back in the shop and the money has not come.',
      'Three weeks since I returned {about} and still no refund on my account.',
      'The girl at the returns desk said five days for {about}. It has been far longer.',
    ],
    noted: ['refund {about} not booked yet, store return', 'cust waiting for money {about}, escalated to accounts'],
  },
  'sign-in-fails': {
    said: [
      'Since the update the app throws me out each time I sign in.',
      'I enter the right password and the app simply starts again.',
      'Your app has forgotten who I am and will not let me back in.',
    ],
    noted: ['app login loop after 4.2, advised reinstall', 'cannot sign in on phone, web works'],
  },
  'till-queue': {
    said: [
      'Twenty minutes in the queue on a Saturday with one till open out of three.',
      'I nearly left my basket on the floor, the line went round the shelves.',
      'Nice shop, but why is only one person at the tills on the busiest day?',
    ],
    noted: ['complains about waiting at tills, shop 7', 'queue on saturday, wants manager to know'],
  },
  'goods-broken': {
    said: [
      'Order {about} arrived with a crack right through it.',
      'The box of {about} was fine but what was inside was in two pieces.',
      'Half of {about} was broken, and I had bought it as a present.',
    ],
    noted: ['damaged on arrival {about}, photo by mail', 'goods broken {about}, replacement offered'],
  },
  'order-question': {
    said: [
      'Can I still add something to order {about}?',
      'I put in the wrong house number for {about}, can you change it?',
      'I would like to cancel one of the two things in {about}.',
    ],
    noted: ['wants to change {about} before dispatch, done', 'address on {about} corrected'],
  },
  'stock-question': {
    said: [
      'Is the garden table in the shop or only online?',
      'When do you get the oak shelf back?',
      'Do you have the pan in the larger size?',
    ],
    noted: ['asks for stock, checked', 'availability question, answered'],
  },
  praise: {
    said: [
      'The man in the light department took half an hour to find me the right bulb. Lovely.',
      'Ordered in the evening, here the next morning but one, beautifully packed.',
      'I keep coming back because people here know what they sell.',
    ],
    noted: ['thanks for help, no action', 'praise, passed on to team'],
  },
  'all-well': {
    said: ['All went as it should.', 'No complaints, everything fine.', 'Quick and simple.'],
    noted: ['no issue', 'all fine, short question'],
  },
  'claim-silent': {
    said: [
      'I reported claim {about} weeks ago and have not heard a word since.',
      'Does anybody work on {about}? I have no idea whether you even have my papers.',
      'Nobody tells me how far {about} is, I have to ring each time.',
    ],
    noted: ['asks for state of claim {about}, no letter sent', 'status call {about}. second time. in work'],
  },
  'premium-unclear': {
    said: [
      'My contract {about} costs more now and the letter does not say why.',
      'I had no accident, so why is {about} dearer than last year?',
      'The letter about {about} gives a sum and nothing else. Please explain.',
    ],
    noted: ['asks why premium of {about} went up, explained', 'premium letter {about} not understood'],
  },
  'upload-fails': {
    said: [
      'I tried four times to upload the photographs for {about} and the page just stays there.',
      'Your site takes my pictures for {about} and then loses them.',
      'There is no message at all when the upload for {about} does not work.',
    ],
    noted: ['upload in portal fails {about}, sent link by mail', 'photos {about} too large? advised to send by post'],
  },
  'contract-question': {
    said: [
      'What does contract {about} cover when I am abroad?',
      'Can I pay {about} by the month?',
      'Please send me the papers of {about} again.',
    ],
    noted: ['cover question {about}, answered', 'copy of policy {about} sent'],
  },
  'address-change': {
    said: [
      'I have moved, please use my new address.',
      'We live elsewhere now, where do I tell you?',
      'My post still goes to the old flat.',
    ],
    noted: ['new address taken down', 'moved, changed in system'],
  },
  'broker-and-company': {
    said: [
      'My broker offers me one price and your newsletter another. Which one holds?',
      'Why do you write to me when my broker looks after everything?',
      'I get two offers for the same thing and they do not agree.',
    ],
    noted: ['confused by newsletter offer, is broker customer', 'two offers, sent back to broker'],
  },
};
