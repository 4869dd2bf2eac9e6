// Whether somebody else may be looking at this screen. Then everything private is covered until it is asked
// for, piece by piece. It hides; it does not protect.
class Presenting {
  on = $state(false);
}

export const presenting = new Presenting();
