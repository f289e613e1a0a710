/** What an environment looks like, and pictures of it. */
@NullMarked
package dev.ganglion.environments.render;

import org.jspecify.annotations.NullMarked;
