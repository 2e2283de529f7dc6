export default {
  gone: 'This link has been used already or has expired. Go back to the app and ask for a new message.',
  damaged: 'This link is incomplete. Open it from the message again or copy the whole address.',
  incomplete: 'This address is incomplete. Open the link from the message again.',
  otherPassword: 'Choose another password. It needs at least 10 characters and must not be your e-mail address.',
  passwordsDiffer: 'The passwords are not the same.',
  tooMany: 'Too many attempts. Wait a minute and try again.',
  silent: 'The service is not responding at the moment. The link stays valid; try again in a few minutes.',
  offline: 'Could not connect to the service. Check your internet connection and try again.',
  unexpected: 'Something went wrong on our side. Try again in a few minutes.',

  activationGone: 'This link has been used already or has expired. If the account is already active, simply log in. If not, go back'
    + ' to the app and ask for a new message.',
  activatedTitle: 'The account is active',
  activatedText: 'You can log in to the app: the login is your e-mail address.',
  passwordChangedTitle: 'Password changed',
  passwordChangedText: 'Log in with the new password.',

  childGone: 'The decision has been made already or the link has expired. If it is still needed, the child can ask for'
    + ' a new message in the app.',
  childConfirmedTitle: 'Thank you',
  childConfirmedText: 'The child’s account is now active. Consent to linking it with a school account is given separately.',
  childRefusedTitle: 'Refusal recorded',
  childRefusedText: 'There will be no account, and the data given have been erased.',

  linkGone: 'The decision has been made already or the link has expired. If it is still needed, the person who asked for'
    + ' it can start linking again in the app.',
  linkConfirmedTitle: 'Consent recorded',
  linkConfirmedText: 'Linking will now be completed, and the data of the gradebook will appear in the app. The consent can'
    + ' be withdrawn at any time.',
  linkRefusedTitle: 'Refusal recorded',
  linkRefusedText: 'The accounts will not be linked. No data will be copied from the gradebook.',
  pupil: 'Pupil',
  pupils: 'Pupils',

  signInStoppedTitle: 'Login cancelled',
  signInStoppedText: 'The accounts have not been linked.',
  signInFailedTitle: 'Could not log in to Synergia',
  signInFailedText: 'The accounts have not been linked, and you need not change your password.',
  linkAgain: 'Go back to the app and choose “Link accounts” again. The login and password for Synergia come from the'
    + ' school; if they do not work, ask the school office or the school’s gradebook administrator for a new access card.',
  nothingToDo: 'This page is only a stop on the way to the app and opens once. Go back to the app; if you do not see the'
    + ' linked accounts there, choose “Link accounts” again.',
};
