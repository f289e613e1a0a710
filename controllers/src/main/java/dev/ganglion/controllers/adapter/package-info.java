/** Bodies whose signals a circuit does not know, joined to it by learned linear maps. */
@NullMarked
package dev.ganglion.controllers.adapter;

import org.jspecify.annotations.NullMarked;
