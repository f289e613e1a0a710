package dev.ganglion.agents.evolution;

/**
 * When and with which chance candidates are made.
 *
 * @param number number of the generation in the run, from 0
 * @param age number of generations since the search began, from 0; less than the number where a search over shared
 *     values went before
 * @param remaining share of the run's steps that is still to be taken, in [0, 1]
 * @param noise everything random
 */
public record Generation(long number, long age, double remaining, Noise noise) {}
