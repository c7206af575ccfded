/** Drawing and correcting masks on the source image: the ground truth, or a goal for the attack. */
package org.nlcen.app.drawing;
