package dev.ganglion.environments.cartpole;

/**
 * The state of a cart-pole.
 *
 * @param cartPosition place of the cart on the rail in m, 0 in the middle, positive to the right
 * @param cartVelocity velocity of the cart in m/s
 * @param poleAngle angle of the pole from the upright in rad, positive where it leans to the right, not wrapped
 * @param poleAngularVelocity rate of the pole's angle in rad/s
 */
public record CartPoleState(double cartPosition, double cartVelocity, double poleAngle, double poleAngularVelocity) {}
